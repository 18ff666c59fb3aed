//! Every finding of this floor has its article, its help and its example.
#![allow(missing_docs)]

#[test]
fn cada_regla_esta_completa() {
    let mut codigos = std::collections::HashSet::new();
    for regla in ventanilla_tramites::prevision::mensajes::TODAS {
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
