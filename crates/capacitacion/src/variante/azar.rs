//! Chance that is always the same for the same seed, on every machine: SplitMix64.

/// A source of chance.
#[derive(Clone, Debug)]
pub(crate) struct Azar(u64);

impl Azar {
    /// Of a seed and a turn: the second turn of a seed is not the first of the next one.
    pub(crate) fn nuevo(semilla: u64, vuelta: u64) -> Self {
        let mut azar = Self(semilla);
        let base = azar.siguiente();
        Self(base ^ vuelta.wrapping_mul(0xA24B_AED4_963E_E407))
    }

    fn siguiente(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number from `minimo` to `maximo`, both included.
    pub(crate) fn entre(&mut self, minimo: i64, maximo: i64) -> i64 {
        let ancho = maximo.saturating_sub(minimo).unsigned_abs().saturating_add(1);
        let paso = i64::try_from(self.siguiente() % ancho).unwrap_or(0);
        minimo.saturating_add(paso)
    }

    /// One of a list; the first type's default when it is empty.
    pub(crate) fn uno<'a>(&mut self, lista: &[&'a str]) -> &'a str {
        let ultimo = i64::try_from(lista.len()).unwrap_or(1).saturating_sub(1).max(0);
        let cual = usize::try_from(self.entre(0, ultimo)).unwrap_or(0);
        lista.get(cual).copied().unwrap_or_default()
    }
}
