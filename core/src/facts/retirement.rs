//! placeholder
use super::sources::cites;
cites! {}
