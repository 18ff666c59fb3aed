//! The time of Ciudad de México: UTC−6 all year since 2022.

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use std::time::{SystemTime, UNIX_EPOCH};

const OFFSET: i32 = -6 * 60 * 60;

/// One moment, in the three forms that are needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Momento {
    /// Seconds since 1970.
    pub segundos: i64,
    /// ISO text with offset: `2026-11-22T18:03:22-06:00`.
    pub texto: String,
    /// The day.
    pub hoy: NaiveDate,
}

impl Momento {
    /// Now.
    pub fn now() -> Self {
        let desde = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Self::at(i64::try_from(desde.as_secs()).unwrap_or_default())
    }

    /// A number of seconds since 1970.
    pub fn at(segundos: i64) -> Self {
        let utc: DateTime<Utc> = DateTime::from_timestamp(segundos, 0).unwrap_or_default();
        let local = match FixedOffset::east_opt(OFFSET) {
            Some(zona) => utc.with_timezone(&zona),
            None => utc.fixed_offset(),
        };
        Self {
            segundos,
            texto: local.format("%Y-%m-%dT%H:%M:%S%:z").to_string(),
            hoy: local.date_naive(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_is_that_of_mexico_city() {
        let noche = Momento::at(1_795_413_600);
        assert_eq!(noche.texto, "2026-11-23T00:00:00-06:00");
        let antes = Momento::at(1_795_413_599);
        assert_eq!(antes.texto, "2026-11-22T23:59:59-06:00");
        assert_eq!(antes.hoy.to_string(), "2026-11-22");
    }
}
