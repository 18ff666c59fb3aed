//! Deadlines: what is counted, and what a person should know about the day it ends.

reglas! {
    /// Suma de los días que cuentan. El primero es el siguiente al del hecho; no cuentan sábados, domingos ni inhábiles.
    DIAS_CONTADOS = figura "plazo.dias_contados", "Días hábiles contados", ["LSS 15 I", "RACERF 57", "CFF 12"], "Del lunes 9 de noviembre de 2026, cinco días: 10, 11, 12, 13 y 17";
    /// Un día del plazo: vale 1 si es hábil y 0 si es sábado, domingo o inhábil.
    DIA = figura "plazo.dia", "Día", ["CFF 12", "LFT 74"], "El lunes 16 de noviembre de 2026 vale 0: es el tercer lunes de noviembre";
    /// Días naturales que se recorre el vencimiento cuando el último día es inhábil o viernes.
    PRORROGA = figura "plazo.prorroga", "Días que se prorroga el vencimiento", ["RACERF 3", "CFF 12"], "El 17 de abril de 2026 es viernes: se prorroga tres días, al lunes 20";
    /// El plazo se cuenta en días hábiles, de 0 a 1000.
    DIAS_FUERA = error "plazo.dias_habiles", "Se piden {dias} días hábiles; el plazo va de 0 a 1000. Revise el número.", ["LSS 15 I"], "dias_habiles: 5000";
    /// Si el último día del plazo es inhábil o viernes, se prorroga al siguiente día hábil. Se prorroga una sola vez: si ese siguiente hábil resulta viernes, ahí vence.
    PRORROGADO = nota "plazo.prorrogado", "El último día contado, {ultimo}, es {causa}: el plazo se prorroga al siguiente día hábil, {vence}.", ["RACERF 3", "CFF 12"], "Pago con día 17 en viernes";
    /// Los avisos de alta, baja y modificación de salario de los trabajadores no se prorrogan, aunque el último día sea viernes.
    SIN_PRORROGA = nota "plazo.sin_prorroga", "El último día, {ultimo}, es {causa}. Los avisos afiliatorios no se prorrogan: vence ese mismo día.", ["RACERF 3"], "Aviso de alta cuyo quinto día hábil cae en viernes";
    /// El calendario del CFF y el de la LFT no coinciden en todos los días. Quien presenta en la fecha más temprana cumple con los dos.
    FECHA_SEGURA = nota "plazo.fecha_segura", "Con el otro calendario de días inhábiles ({otro}) el plazo vence antes, el {segura}. Presente a más tardar ese día y cumple con los dos.", ["CFF 12", "LFT 74"], "Plazo que cruza el 5 de mayo";
}
