//! Every finding of this floor has its article, its help and its example.
#![allow(missing_docs)]

#[test]
fn cada_regla_esta_completa() {
    let mut codigos = std::collections::HashSet::new();
    let todas = [
        ventanilla_tramites::prevision::mensajes::TODAS,
        ventanilla_tramites::adeudo::mensajes::TODAS,
    ];
    for regla in todas.into_iter().flatten() {
        assert!(codigos.insert(regla.codigo), "{} dos veces", regla.codigo);
        assert!(
            !regla.fundamento.is_empty() && regla.fundamento.iter().all(|f| !f.is_empty()),
            "{}",
            regla.codigo
        );
        assert!(regla.ayuda.trim().len() > 20, "{}", regla.codigo);
        assert!(!regla.ejemplo.is_empty(), "{}", regla.codigo);
    }
}
