//! From bytes to text, in the encodings that common tools write.

use std::borrow::Cow;

use super::shape::ImportError;

/// The text of a file.
///
/// UTF-8 with or without a mark; UTF-16 with a mark, or recognised by its zero
/// bytes, as `PowerShell` writes it. Invalid characters become `�`: they only
/// occur in names of people, which are not read.
pub(super) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, ImportError> {
    if let Some(what) = not_text(bytes) {
        return Err(ImportError::new(format!(
            "This file is {what}, not text. Save the description as JSON or CSV and read that."
        )));
    }
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => Ok(String::from_utf8_lossy(rest)),
        [0xFF, 0xFE, rest @ ..] => Ok(Cow::Owned(utf16(rest, u16::from_le_bytes))),
        [0xFE, 0xFF, rest @ ..] => Ok(Cow::Owned(utf16(rest, u16::from_be_bytes))),
        // The first characters of every description are ASCII, so the second byte is zero.
        [first, 0, second, 0, ..] if *first != 0 && *second != 0 => Ok(Cow::Owned(utf16(bytes, u16::from_le_bytes))),
        [0, first, 0, second, ..] if *first != 0 && *second != 0 => Ok(Cow::Owned(utf16(bytes, u16::from_be_bytes))),
        _ => Ok(String::from_utf8_lossy(bytes)),
    }
}

/// An odd byte at the end is half a character of a truncated file.
fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let (pairs, _) = bytes.as_chunks::<2>();
    char::decode_utf16(pairs.iter().map(|pair| unit(*pair))).map(|sign| sign.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// The kind of a file that starts like this, if it is not text.
fn not_text(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [b'P', b'K', 3 | 5, 4 | 6, ..] => Some("a ZIP archive or an Excel workbook"),
        [0x1F, 0x8B, ..] => Some("compressed"),
        [b'%', b'P', b'D', b'F', ..] => Some("a PDF"),
        [0x89, b'P', b'N', b'G', ..] | [0xFF, 0xD8, 0xFF, ..] => Some("a picture"),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Some("an old Office document"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::decode;

    const TEXT: &str = "{ \"name\": \"Zürich 🙂\" }";

    fn units(of: fn(u16) -> [u8; 2], mark: bool) -> Vec<u8> {
        let text = if mark { format!("\u{feff}{TEXT}") } else { TEXT.to_owned() };
        text.encode_utf16().flat_map(of).collect()
    }

    #[test]
    fn every_encoding_gives_the_same_text() {
        let marked = [&[0xEF, 0xBB, 0xBF], TEXT.as_bytes()].concat();
        let le = u16::to_le_bytes;
        let be = u16::to_be_bytes;
        let files = [TEXT.as_bytes().to_vec(), marked, units(le, true), units(be, true), units(le, false), units(be, false)];
        for bytes in files {
            assert_eq!(decode(&bytes).as_deref(), Ok(TEXT), "{bytes:?}");
        }
    }

    #[test]
    fn half_a_sign_at_the_end_is_left_out() {
        let mut bytes = units(u16::to_le_bytes, true);
        bytes.push(0x20);
        assert_eq!(decode(&bytes).as_deref(), Ok(TEXT));
    }

    #[test]
    fn a_workbook_is_named_for_what_it_is() {
        let error = decode(b"PK\x03\x04rest").err().map(|error| error.message);
        assert_eq!(
            error.as_deref(),
            Some("This file is a ZIP archive or an Excel workbook, not text. Save the description as JSON or CSV and read that.")
        );
    }
}
