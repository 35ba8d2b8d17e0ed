//! Pseudonyms: the same for a person throughout a site, and tied to nobody without the key.
//!
//! People are numbered in the order of HMAC-SHA-256 of their ids under the key (RFC 2104), so a number says nothing about the
//! alphabet, the team or the date of joining, and without the key nobody can try ids until a number fits.

use crate::model::Text;
use sha2::{Digest, Sha256};

/// Bytes of a block of SHA-256.
const BLOCK: usize = 64;
/// Fewest bytes of a key: 128 bits.
const LEAST: usize = 16;

/// A secret that ties pseudonyms to people.
#[derive(Clone)]
pub struct Key([u8; BLOCK]);

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key(…)")
    }
}

/// A key that is too short to keep anything secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeakKey {
    /// Its bytes, without white space at its ends.
    pub bytes: usize,
}

impl std::fmt::Display for WeakKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "the key has {} bytes; it needs at least {LEAST}, such as 32 random hexadecimal digits",
            self.bytes
        )
    }
}

impl std::error::Error for WeakKey {}

impl Key {
    /// The key in a file; white space at its ends does not count.
    ///
    /// # Errors
    /// A key of fewer than 16 bytes.
    pub fn new(bytes: &[u8]) -> Result<Self, WeakKey> {
        let secret = bytes.trim_ascii();
        if secret.len() < LEAST {
            return Err(WeakKey { bytes: secret.len() });
        }
        let mut block = [0; BLOCK];
        let digest = Sha256::digest(secret);
        let filling = if secret.len() > BLOCK { &digest[..] } else { secret };
        block.iter_mut().zip(filling).for_each(|(place, byte)| *place = *byte);
        Ok(Self(block))
    }

    /// HMAC-SHA-256 of `text`.
    fn code(&self, text: &str) -> [u8; 32] {
        let pad = |with: u8| self.0.map(|byte| byte ^ with);
        let inner = Sha256::new().chain_update(pad(0x36)).chain_update(text).finalize();
        Sha256::new().chain_update(pad(0x5c)).chain_update(inner).finalize().into()
    }

    /// The pseudonyms of people with `ids`, in their order.
    pub(super) fn names(&self, ids: &[&str]) -> Vec<Text> {
        let mut order: Vec<([u8; 32], usize)> = ids.iter().map(|id| self.code(id)).zip(0..).collect();
        order.sort_unstable();
        let width = ids.len().to_string().len().max(2);
        let mut names = vec![Text::default(); ids.len()];
        for (number, (_, at)) in order.into_iter().enumerate() {
            let number = number + 1;
            if let Some(name) = names.get_mut(at) {
                *name = Text::new(format!("客服 {number:0width$}"), format!("Agent {number:0width$}"));
            }
        }
        names
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(bytes: &[u8]) -> String {
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// RFC 4231, test cases 1 (key of twenty bytes 0x0b, "Hi There") and 6 (key longer than a block).
    #[test]
    fn the_code_is_the_published_one() {
        let key = Key::new(&[0x0b; 20]).unwrap();
        assert_eq!(
            hex(&key.code("Hi There")),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        );
        let key = Key::new(&[0xaa; 131]).unwrap();
        assert_eq!(
            hex(&key.code("Test Using Larger Than Block-Size Key - Hash Key First")),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        );
    }

    #[test]
    fn pseudonyms_depend_on_the_key_and_not_on_the_order() {
        let (one, two) = (Key::new(b"0123456789abcdef").unwrap(), Key::new(b"fedcba9876543210").unwrap());
        let ids = ["a", "b", "c", "d", "e", "f", "g", "h"];
        let mut turned = ids;
        turned.reverse();
        let mut back = one.names(&turned);
        back.reverse();
        assert_eq!(one.names(&ids), back);
        assert_ne!(one.names(&ids), two.names(&ids));
        assert_eq!(Key::new(b"  short ").unwrap_err().bytes, 5);
    }
}
