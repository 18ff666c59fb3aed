//! Classification: what may be found when looking for a fracción.

reglas! {
    /// La fracción se escribe con tres o cuatro cifras y el cero inicial: 011, 841, 8913. El catálogo tiene huecos, que no son fracciones.
    FRACCION_INEXISTENTE = error "clasificacion.fraccion_inexistente", "No hay una fracción «{codigo}» en el catálogo. Las más parecidas son: {cercanas}. Escríbala con todas sus cifras, también el cero inicial.", ["RACERF 18", "RACERF 196"], "842, que ya no existe; 11 en vez de 011";
    /// La fila de la fracción trae una clase que no va de 1 a 5.
    CLASE_IMPOSIBLE = error "clasificacion.clase_imposible", "La fracción «{codigo}» tiene la clase {valor}, y las clases van de 1 a 5. Corrija la fila en el suplemento normativo.", ["LSS 73", "RACERF 196"], "Suplemento con valor 7";
    /// Se busca con unas cuantas palabras.
    TEXTO_LARGO = error "clasificacion.texto_largo", "El texto es demasiado largo para buscar. Use unas cuantas palabras, hasta 200 letras.", ["RACERF 18"], "Un párrafo entero";
    /// Cuántas fracciones se piden a lo más.
    MAXIMO = error "clasificacion.maximo", "Se piden {maximo} fracciones; el máximo va de 1 a 300.", ["RACERF 18"], "maximo: 0";
    /// El catálogo se recorre por división o por grupo, no por los dos a la vez.
    DOS_RAMAS = error "clasificacion.dos_ramas", "Vinieron división y grupo. Deje sólo uno: la división da sus grupos; el grupo, sus fracciones.", ["RACERF 196"], "division: \"6\" y grupo: \"62\"";
    /// La división o el grupo no está en el catálogo.
    RAMA_INEXISTENTE = error "clasificacion.rama_inexistente", "No hay {rama} «{codigo}». Los códigos que hay son: {opciones}.", ["RACERF 196"], "grupo: \"06\"";
    /// Ninguna palabra se parece a las del catálogo.
    SIN_RESULTADOS = nota "clasificacion.sin_resultados", "No se halló ninguna fracción para «{texto}». Diga con otras palabras qué hace, fabrica o vende la empresa, o recorra el catálogo por división.", ["RACERF 18", "RACERF 20"], "xyzw";
    /// Desde 2021 no hay fracción para quien pone personal a disposición; el prestador de servicios especializados se clasifica por la actividad más riesgosa que hagan sus trabajadores.
    SERVICIOS_DE_PERSONAL = nota "clasificacion.servicios_de_personal", "No hay fracción para los servicios de personal. Quien presta servicios especializados se clasifica por la actividad más riesgosa que hagan sus trabajadores: búsquela por esa actividad.", ["RACERF 19", "LSS 15-A"], "outsourcing";
}
