//! Names of time zones and the rules they follow.
//!
//! Restated from the IANA time zone database, version 2026e, for days from
//! 15 November 2026 on: each rule is a POSIX one, which has no history. Zones
//! whose clock changes follow no such rule (Asia/Gaza, Asia/Hebron) are left
//! out, so are names without an area (`EST5EDT`, `US/Pacific`); a test compares
//! every other name with the database.
//!
//! The whole database would be four times the size of the planner.

/// A rule and the names that follow it. An area applies until the next one is listed.
pub(super) static RULES: &[(&str, &str)] = &[
    (
        "STD-1",
        "Africa/Algiers Bangui Brazzaville Douala Kinshasa Lagos Libreville Luanda Malabo Ndjamena Niamey Porto-Novo \
         Tunis",
    ),
    (
        "STD-10",
        "Antarctica/DumontDUrville Asia/Ust-Nera Vladivostok Australia/Brisbane Lindeman Queensland Pacific/Chuuk Guam \
         Port_Moresby Saipan Truk Yap",
    ),
    ("STD-10:30DST-11,M10.1.0,M4.1.0", "Australia/LHI Lord_Howe"),
    (
        "STD-10DST,M10.1.0,M4.1.0/3",
        "Antarctica/Macquarie Australia/ACT Canberra Currie Hobart Melbourne NSW Sydney Tasmania Victoria",
    ),
    ("STD-11", "Asia/Magadan Sakhalin Srednekolymsk Pacific/Bougainville Efate Guadalcanal Kosrae Noumea Pohnpei Ponape"),
    ("STD-11DST,M10.1.0,M4.1.0/3", "Pacific/Norfolk"),
    ("STD-12", "Asia/Anadyr Kamchatka Pacific/Fiji Funafuti Kwajalein Majuro Nauru Tarawa Wake Wallis"),
    ("STD-12:45DST,M9.5.0/2:45,M4.1.0/3:45", "Pacific/Chatham"),
    ("STD-12DST,M9.5.0,M4.1.0/3", "Antarctica/McMurdo South_Pole Pacific/Auckland"),
    ("STD-13", "Pacific/Apia Enderbury Fakaofo Kanton Tongatapu"),
    ("STD-14", "Pacific/Kiritimati"),
    (
        "STD-1DST,M3.5.0,M10.5.0/3",
        "Africa/Ceuta Arctic/Longyearbyen Atlantic/Jan_Mayen Europe/Amsterdam Andorra Belgrade Berlin Bratislava \
         Brussels Budapest Busingen Copenhagen Gibraltar Ljubljana Luxembourg Madrid Malta Monaco Oslo Paris Podgorica \
         Prague Rome San_Marino Sarajevo Skopje Stockholm Tirane Vaduz Vatican Vienna Warsaw Zagreb Zurich",
    ),
    (
        "STD-2",
        "Africa/Blantyre Bujumbura Gaborone Harare Johannesburg Juba Khartoum Kigali Lubumbashi Lusaka Maputo Maseru \
         Mbabane Tripoli Windhoek Europe/Kaliningrad",
    ),
    ("STD-2DST,M3.4.4/26,M10.5.0", "Asia/Jerusalem Tel_Aviv"),
    ("STD-2DST,M3.5.0/0,M10.5.0/0", "Asia/Beirut"),
    (
        "STD-2DST,M3.5.0/3,M10.5.0/4",
        "Asia/Famagusta Nicosia Europe/Athens Bucharest Chisinau Helsinki Kiev Kyiv Mariehamn Nicosia Riga Sofia \
         Tallinn Tiraspol Uzhgorod Vilnius Zaporozhye",
    ),
    ("STD-2DST,M4.5.5/0,M10.5.4/24", "Africa/Cairo"),
    (
        "STD-3",
        "Africa/Addis_Ababa Asmara Asmera Dar_es_Salaam Djibouti Kampala Mogadishu Nairobi Antarctica/Syowa Asia/Aden \
         Amman Baghdad Bahrain Damascus Istanbul Kuwait Qatar Riyadh Europe/Istanbul Kirov Minsk Moscow Simferopol \
         Volgograd Indian/Antananarivo Comoro Mayotte",
    ),
    ("STD-3:30", "Asia/Tehran"),
    ("STD-4", "Asia/Baku Dubai Muscat Tbilisi Yerevan Europe/Astrakhan Samara Saratov Ulyanovsk Indian/Mahe Mauritius Reunion"),
    ("STD-4:30", "Asia/Kabul"),
    (
        "STD-5",
        "Antarctica/Mawson Vostok Asia/Almaty Aqtau Aqtobe Ashgabat Ashkhabad Atyrau Dushanbe Karachi Oral Qostanay \
         Qyzylorda Samarkand Tashkent Yekaterinburg Indian/Kerguelen Maldives",
    ),
    ("STD-5:30", "Asia/Calcutta Colombo Kolkata"),
    ("STD-5:45", "Asia/Kathmandu Katmandu"),
    ("STD-6", "Asia/Bishkek Dacca Dhaka Kashgar Omsk Thimbu Thimphu Urumqi Indian/Chagos"),
    ("STD-6:30", "Asia/Rangoon Yangon Indian/Cocos"),
    (
        "STD-7",
        "Antarctica/Davis Asia/Bangkok Barnaul Ho_Chi_Minh Hovd Jakarta Krasnoyarsk Novokuznetsk Novosibirsk Phnom_Penh \
         Pontianak Saigon Tomsk Vientiane Indian/Christmas",
    ),
    (
        "STD-8",
        "Antarctica/Casey Asia/Brunei Choibalsan Chongqing Chungking Harbin Hong_Kong Irkutsk Kuala_Lumpur Kuching \
         Macao Macau Makassar Manila Shanghai Singapore Taipei Ujung_Pandang Ulaanbaatar Ulan_Bator Australia/Perth \
         West",
    ),
    ("STD-8:45", "Australia/Eucla"),
    ("STD-9", "Asia/Chita Dili Jayapura Khandyga Pyongyang Seoul Tokyo Yakutsk Pacific/Palau"),
    ("STD-9:30", "Australia/Darwin North"),
    ("STD-9:30DST,M10.1.0,M4.1.0/3", "Australia/Adelaide Broken_Hill South Yancowinna"),
    (
        "STD0",
        "Africa/Abidjan Accra Bamako Banjul Bissau Casablanca Conakry Dakar El_Aaiun Freetown Lome Monrovia Nouakchott \
         Ouagadougou Sao_Tome Timbuktu America/Danmarkshavn Atlantic/Reykjavik St_Helena",
    ),
    (
        "STD0DST,M3.5.0/1,M10.5.0",
        "Atlantic/Canary Faeroe Faroe Madeira Europe/Belfast Dublin Guernsey Isle_of_Man Jersey Lisbon London",
    ),
    ("STD0DST-2,M3.5.0/1,M10.5.0/3", "Antarctica/Troll"),
    ("STD1", "Atlantic/Cape_Verde"),
    ("STD10", "Pacific/Honolulu Johnston Rarotonga Tahiti"),
    ("STD10DST,M3.2.0,M11.1.0", "America/Adak Atka"),
    ("STD11", "Pacific/Midway Niue Pago_Pago Samoa"),
    ("STD1DST,M3.5.0/0,M10.5.0/1", "Atlantic/Azores"),
    ("STD2", "America/Noronha Atlantic/South_Georgia"),
    ("STD2DST,M3.5.0/-1,M10.5.0/0", "America/Godthab Nuuk Scoresbysund"),
    (
        "STD3",
        "America/Araguaina Argentina/Buenos_Aires Argentina/Catamarca Argentina/ComodRivadavia Argentina/Cordoba \
         Argentina/Jujuy Argentina/La_Rioja Argentina/Mendoza Argentina/Rio_Gallegos Argentina/Salta Argentina/San_Juan \
         Argentina/San_Luis Argentina/Tucuman Argentina/Ushuaia Asuncion Bahia Belem Buenos_Aires Catamarca Cayenne \
         Cordoba Coyhaique Fortaleza Jujuy Maceio Mendoza Montevideo Paramaribo Punta_Arenas Recife Rosario Santarem \
         Sao_Paulo Antarctica/Palmer Rothera Atlantic/Stanley",
    ),
    ("STD3:30DST,M3.2.0,M11.1.0", "America/St_Johns"),
    ("STD3DST,M3.2.0,M11.1.0", "America/Miquelon"),
    (
        "STD4",
        "America/Anguilla Antigua Aruba Barbados Blanc-Sablon Boa_Vista Campo_Grande Caracas Cuiaba Curacao Dominica \
         Grenada Guadeloupe Guyana Kralendijk La_Paz Lower_Princes Manaus Marigot Martinique Montserrat Port_of_Spain \
         Porto_Velho Puerto_Rico Santo_Domingo St_Barthelemy St_Kitts St_Lucia St_Thomas St_Vincent Tortola Virgin",
    ),
    ("STD4DST,M3.2.0,M11.1.0", "America/Glace_Bay Goose_Bay Halifax Moncton Thule Atlantic/Bermuda"),
    ("STD4DST,M9.1.6/24,M4.1.6/24", "America/Santiago"),
    (
        "STD5",
        "America/Atikokan Bogota Cancun Cayman Coral_Harbour Eirunepe Guayaquil Jamaica Lima Panama Porto_Acre \
         Rainy_River Rio_Branco Winnipeg",
    ),
    (
        "STD5DST,M3.2.0,M11.1.0",
        "America/Detroit Fort_Wayne Grand_Turk Indiana/Indianapolis Indiana/Marengo Indiana/Petersburg Indiana/Vevay \
         Indiana/Vincennes Indiana/Winamac Indianapolis Iqaluit Kentucky/Louisville Kentucky/Monticello Louisville \
         Montreal Nassau New_York Nipigon Pangnirtung Port-au-Prince Thunder_Bay Toronto",
    ),
    ("STD5DST,M3.2.0/0,M11.1.0/1", "America/Havana"),
    (
        "STD6",
        "America/Bahia_Banderas Belize Chihuahua Costa_Rica Edmonton El_Salvador Guatemala Inuvik Managua Merida \
         Mexico_City Monterrey Regina Swift_Current Tegucigalpa Yellowknife Pacific/Galapagos",
    ),
    (
        "STD6DST,M3.2.0,M11.1.0",
        "America/Chicago Indiana/Knox Indiana/Tell_City Knox_IN Matamoros Menominee North_Dakota/Beulah \
         North_Dakota/Center North_Dakota/New_Salem Ojinaga Rankin_Inlet Resolute",
    ),
    ("STD6DST,M9.1.6/22,M4.1.6/22", "Pacific/Easter"),
    ("STD7", "America/Creston Dawson Dawson_Creek Fort_Nelson Hermosillo Mazatlan Phoenix Vancouver Whitehorse"),
    ("STD7DST,M3.2.0,M11.1.0", "America/Boise Cambridge_Bay Ciudad_Juarez Denver Shiprock"),
    ("STD8", "Pacific/Pitcairn"),
    ("STD8DST,M3.2.0,M11.1.0", "America/Ensenada Los_Angeles Santa_Isabel Tijuana"),
    ("STD9", "Pacific/Gambier"),
    ("STD9:30", "Pacific/Marquesas"),
    ("STD9DST,M3.2.0,M11.1.0", "America/Anchorage Juneau Metlakatla Nome Sitka Yakutat"),
];
