//! The same work on several things at once, one for each core: compressing, optimising.

use anyhow::{Result, bail};
use std::num::NonZero;
use std::sync::Mutex;
use std::thread;

/// Does `trabajo` on each of `cosas`; gives the results in their order.
///
/// # Errors
/// The first error of any of them; the other cores go on with what is left before it is told.
pub fn hacer<T: Sync, R: Send>(cosas: &[T], trabajo: impl Fn(&T) -> Result<R> + Sync) -> Result<Vec<R>> {
    let pendientes = Mutex::new(cosas.iter().enumerate());
    let siguiente = || pendientes.lock().ok().and_then(|mut p| p.next());
    let obrero = || -> Result<Vec<(usize, R)>> {
        let mut hechos = Vec::new();
        while let Some((lugar, cosa)) = siguiente() {
            hechos.push((lugar, trabajo(cosa)?));
        }
        Ok(hechos)
    };
    let cuantos = thread::available_parallelism().map_or(1, NonZero::get);
    let mut hechos = thread::scope(|s| {
        let obreros: Vec<_> = (0..cuantos).map(|_| s.spawn(obrero)).collect();
        let mut todos = Vec::new();
        for obrero in obreros {
            match obrero.join() {
                Ok(suyos) => todos.extend(suyos?),
                Err(_) => bail!("un hilo se detuvo"),
            }
        }
        Ok(todos)
    })?;
    hechos.sort_by_key(|(lugar, _)| *lugar);
    Ok(hechos.into_iter().map(|(_, hecho)| hecho).collect())
}

#[cfg(test)]
mod tests {
    use super::hacer;

    #[test]
    fn results_keep_their_order_and_an_error_is_told() {
        let cosas: Vec<u32> = (0..50).collect();
        let dobles = hacer(&cosas, |n| Ok(n * 2)).ok();
        assert_eq!(dobles, Some(cosas.iter().map(|n| n * 2).collect()));
        let mal = hacer(&cosas, |n| {
            anyhow::ensure!(*n != 31, "treinta y uno");
            Ok(())
        });
        assert_eq!(mal.err().map(|e| e.to_string()).as_deref(), Some("treinta y uno"));
    }
}
