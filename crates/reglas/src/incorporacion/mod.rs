//! *Incorporación voluntaria al régimen obligatorio* (LSS 13, 222–233), *continuación voluntaria* (LSS 218–221) and
//! *seguro de salud para la familia* (LSS 240–245): which modality applies to a person's situation and why the others do
//! not, what it costs and covers, and from when.

mod constante;
mod cotizar;
mod criterio;
mod elegibilidad;
mod esperas;
mod esquema_anual;
mod familia;
mod modalidad;
mod perfil;
mod renovacion;
mod salud;
mod veredicto;

pub use cotizar::{
    Anio, Cobertura, EntradaCotizar, Hipotesis, Mensualidad, Pago, Periodicidad, Persona, Ramas, Renovacion,
    SalidaCotizar, Terminacion, ejecutar as ejecutar_cotizar, grupos_por_dar,
};
pub use elegibilidad::{
    Colectivo, EntradaElegibilidad, Opcion, Ruta, SalidaElegibilidad, ejecutar as ejecutar_elegibilidad,
};
pub use esperas::{
    ColectivoMinimo, Enlistado, EntradaEsperas, Espera, RecienNacido, SalidaEsperas, ejecutar as ejecutar_esperas,
};
pub use familia::{EnElSeguroFamiliar, SalidaDeFamiliar};
pub use modalidad::{Ficha, Modalidad};
pub use perfil::{
    Actividad, Busca, EDAD_MAXIMA, Familiar, ModalidadPrevia, OtroRegimen, Parentesco, Pension, Perfil, Residencia,
};
pub use renovacion::Tramite;
pub use veredicto::Procede;
