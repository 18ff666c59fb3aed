//! Voluntary insurance: why each modality applies or does not, and what it costs.

reglas! {
    /// Quien trabaja por su cuenta puede asegurarse desde el 2 de diciembre de 2023 como persona trabajadora independiente, con todos los seguros.
    PTI_PROCEDE = nota "incorporacion.pti_procede", "Trabaja por su cuenta: puede asegurarse como persona trabajadora independiente, con todos los seguros.", ["LSS 13 I", "LSS 5-A XX", "LSS 222 II a"], "Comerciante, artesano o profesionista sin empleo";
    /// Tener empleo no impide asegurar también la actividad propia; es optativo.
    PTI_SIMULTANEO = nota "incorporacion.pti_simultaneo", "Además de su empleo tiene actividad propia: puede asegurarla, y es optativo. Las dos inscripciones son compatibles.", ["LSS 224", "LSS 13 I"], "Empleado que además vende por su cuenta";
    /// Ejidatarios, comuneros, colonos y pequeños propietarios están en la definición de persona trabajadora independiente.
    PTI_CAMPO = nota "incorporacion.pti_campo", "Las personas del campo son, desde el 2 de diciembre de 2023, personas trabajadoras independientes.", ["LSS 5-A XX", "LSS 13 I", "LSS 235"], "Ejidatario que trabaja su parcela";
    /// El patrón persona física con trabajadores asegurados está en la definición de persona trabajadora independiente.
    PTI_PATRON = nota "incorporacion.pti_patron", "El patrón persona física con trabajadores asegurados puede asegurarse él mismo como persona trabajadora independiente.", ["LSS 5-A XX", "LSS 13 I"], "Dueña de una papelería con dos empleados";
    /// El trabajo del hogar ocasional o esporádico no obliga a nadie a inscribir; la persona puede asegurarse por su cuenta.
    PTI_HOGAR_OCASIONAL = nota "incorporacion.pti_hogar_ocasional", "El trabajo del hogar ocasional o esporádico no es obligatorio: puede asegurarse como persona trabajadora independiente.", ["LSS 239-F", "LSS 239-B I"], "Limpieza por día, sin casa fija";
    /// Quien trabaja con plataformas digitales está en el régimen obligatorio cuando su ingreso pasa del umbral de sus reglas; si no, puede ser independiente.
    PTI_PLATAFORMA = advertencia "incorporacion.pti_plataforma", "Con plataformas digitales, quien pasa del ingreso que marcan sus reglas está en el régimen obligatorio, y lo inscribe la plataforma; quien no pasa puede asegurarse como independiente.", ["LSS 13 I", "ACDO.AS2.HCT.270525/132.P.DIR"], "Repartidor";
    /// Sin actividad por cuenta propia no hay ingreso que asegurar.
    PTI_SIN_ACTIVIDAD = nota "incorporacion.pti_sin_actividad", "No tiene ingresos por una actividad propia, que es lo que se asegura.", ["LSS 5-A XX"], "Empleado sin otra actividad";
    /// Falta saber si hay actividad por cuenta propia.
    PTI_SI_TIENE_ACTIVIDAD = advertencia "incorporacion.pti_si_tiene_actividad", "Procede si tiene una actividad por cuenta propia; dígala.", ["LSS 5-A XX", "LSS 13 I"], "Perfil sin actividad";
    /// Los servidores públicos que otras leyes no protegen tienen su propia fracción y no son independientes.
    PTI_SERVIDOR = nota "incorporacion.pti_servidor", "La ley saca de los independientes a los servidores públicos: a ellos los incorpora su entidad, por convenio.", ["LSS 5-A XX", "LSS 13 V"], "Empleado de un municipio";
    /// La ley dice que es compatible con un empleo regido por la Ley Federal del Trabajo; nada dice de quien tiene otro régimen.
    PTI_OTRO_REGIMEN = advertencia "incorporacion.pti_otro_regimen", "Ya tiene otro régimen de seguridad social. La ley hace compatible el seguro de la actividad propia con un empleo, pero no aclara qué pasa con otro régimen: lo resuelve el Instituto.", ["LSS 224"], "Trabajador del Estado con ISSSTE";
    /// Antes del 2 de diciembre de 2023 sólo hubo una prueba piloto.
    PTI_PILOTO = advertencia "incorporacion.pti_piloto", "En esa fecha aún no estaba en la ley; sólo hubo una prueba piloto.", ["LSS 13 I", "ACDO.AS2.HCT.161220/344.P.DIR"], "Solicitud de 2022";
    /// Fuera del país se ofrece según la prensa; la ley no lo dice.
    PTI_EXTERIOR = advertencia "incorporacion.pti_exterior", "Se anuncia también para mexicanos en el extranjero, pero la ley no lo dice: confírmelo con el Instituto.", ["LSS 13 I", "LSS 243"], "Mexicano que trabaja por su cuenta en otro país";
    /// La ley no distingue nacionalidad.
    PTI_EXTRANJERO = nota "incorporacion.pti_extranjero", "Puede asegurarse como persona trabajadora independiente: la ley no distingue nacionalidad.", ["LSS 13 I", "LSS 5-A XX"], "Extranjero residente con negocio propio";
    /// La ley sólo habla de tiempos de espera para los independientes; las causas de improcedencia del reglamento no se han confirmado en la práctica.
    PTI_PREEXISTENCIA = advertencia "incorporacion.pti_preexistencia", "Declaró al menos una enfermedad de la lista. El reglamento lo pone como causa de improcedencia, pero la ley sólo habla de tiempos de espera: dictamina el Instituto.", ["LSS 222 II a", "RACERF 82"], "Independiente con una enfermedad de la lista";

    /// Se conserva la pensión cotizando por cuenta propia con el último salario o uno superior. No da servicio médico.
    CVRO_PROCEDE = nota "incorporacion.cvro_procede", "Cumple las semanas y está en plazo: puede solicitarla hasta el {limite}.", ["LSS 218", "LSS 219", "RACERF 66"], "Baja hace dos años, con 80 semanas";
    /// La continuación es para quien fue dado de baja.
    CVRO_EMPLEO = nota "incorporacion.cvro_empleo", "Está o debe estar en el régimen obligatorio: la continuación es para quien fue dado de baja.", ["LSS 218", "LSS 220 III"], "Empleado en activo";
    /// El alta en el régimen obligatorio termina la continuación.
    CVRO_TERMINA = nota "incorporacion.cvro_termina", "Termina con el alta en el régimen obligatorio. Con la próxima baja nace un nuevo derecho.", ["LSS 220 III", "LSS 218"], "Modalidad 40 que consigue empleo";
    /// Falta haber estado asegurado y la fecha de la baja.
    CVRO_SIN_BAJA = nota "incorporacion.cvro_sin_baja", "Hace falta haber sido dado de baja del régimen obligatorio, y no se dio esa fecha.", ["LSS 218"], "Quien nunca ha cotizado";
    /// El derecho se pierde si no se ejerce en el plazo de la ley.
    CVRO_PLAZO = nota "incorporacion.cvro_plazo", "El plazo para solicitarla terminó el {limite}.", ["LSS 219"], "Baja hace seis años";
    /// Se cuentan las semanas cotizadas en los años previos a la baja.
    CVRO_SEMANAS = nota "incorporacion.cvro_semanas", "Tiene {semanas} semanas cotizadas en los {anios} años previos a la baja, y se necesitan {minimo}.", ["LSS 218"], "40 semanas";
    /// Faltan las semanas para saberlo.
    CVRO_FALTAN_SEMANAS = advertencia "incorporacion.cvro_faltan_semanas", "Procede si tiene al menos {minimo} semanas cotizadas en los {anios} años previos a la baja; dígalas. Podría solicitarla hasta el {limite}.", ["LSS 218", "LSS 219"], "Baja reciente sin decir las semanas";
    /// Ya está inscrito y al corriente.
    CVRO_VIGENTE = nota "incorporacion.cvro_vigente", "Ya está en la continuación voluntaria; sigue mientras pague.", ["LSS 218", "LSS 220"], "Modalidad 40 al corriente";
    /// Quien causó baja por no pagar puede reingresar en el plazo de la ley, pagando el periodo intermedio.
    CVRO_REINGRESO = nota "incorporacion.cvro_reingreso", "Puede reingresar hasta el {limite}, con el salario que tenía o uno superior y pagando el periodo intermedio.", ["LSS 220", "RACERF 65"], "Baja por falta de pago hace cinco meses";
    /// Pasado el plazo, sólo con una nueva baja del régimen obligatorio.
    CVRO_REINGRESO_TARDE = nota "incorporacion.cvro_reingreso_tarde", "El plazo para reingresar terminó el {limite}; sólo podría volver con una nueva baja del régimen obligatorio.", ["LSS 220"], "Baja por falta de pago hace dos años";
    /// El reingreso es sólo para quien causó baja por falta de pago.
    CVRO_TERMINADA = nota "incorporacion.cvro_terminada", "La terminó por una causa distinta de la falta de pago: sólo podría volver con una nueva baja del régimen obligatorio.", ["LSS 220", "LSS 218"], "Declaró que ya no quería seguir";
    /// La práctica no la admite para quien ya tiene pensión de vejez o cesantía.
    CVRO_PENSION = nota "incorporacion.cvro_pension", "Ya tiene pensión por cesantía o vejez: la práctica no admite seguir cotizando para ella, aunque la ley no lo dice expresamente.", ["LSS 218"], "Pensionada por vejez";
    /// El pensionado por invalidez que vuelve a trabajar cotiza en todo menos en ese seguro.
    CVRO_INVALIDEZ = nota "incorporacion.cvro_invalidez", "Tiene pensión por invalidez, y esta modalidad cubre justo ese seguro.", ["LSS 151 IV", "LSS 218"], "Pensionado por invalidez";

    /// El servicio médico se contrata por año y por persona.
    SSF_PROCEDE = nota "incorporacion.ssf_procede", "Puede contratar servicio médico para usted y al menos un familiar; cada persona paga su cuota anual.", ["LSS 240", "RACERF 95"], "Familia sin seguro";
    /// Es para quien no es sujeto de régimen obligatorio.
    SSF_REGIMEN = nota "incorporacion.ssf_regimen", "Ya está o debe estar en un régimen obligatorio, que da servicio médico.", ["RACERF 95", "LSS 240"], "Empleado o trabajador del Estado";
    /// El pensionado ya tiene servicio médico.
    SSF_PENSION = nota "incorporacion.ssf_pension", "Como pensionado ya tiene servicio médico.", ["LSS 25", "RACERF 95"], "Pensionada por vejez";
    /// Quien no tiene familia lo manifiesta bajo protesta de decir verdad.
    SSF_SOLA = nota "incorporacion.ssf_sola", "Como declara no tener familia, puede contratarlo sola o solo, sin la aportación del Estado por familia.", ["RACERF 97"], "Persona sola";
    /// El mínimo es el titular y una persona más, salvo quien declara no tener familia.
    SSF_FALTA_FAMILIAR = nota "incorporacion.ssf_falta_familiar", "Falta inscribir al menos a un familiar, o declarar bajo protesta que no tiene.", ["RACERF 95", "RACERF 97"], "Titular sin familiares ni declaración";
    /// Los mexicanos en el extranjero pueden asegurar a su familia y a sí mismos, con la prima íntegra.
    SSF_EXTERIOR = nota "incorporacion.ssf_exterior", "Quien trabaja en el extranjero puede asegurar a su familia en México, y a sí mismo cuando esté aquí; paga la prima íntegra.", ["LSS 243", "RACERF 98", "RACERF 107"], "Mexicano en Estados Unidos";
    /// El seguro facultativo de los estudiantes ya da servicio médico.
    SSF_FACULTATIVO = advertencia "incorporacion.ssf_facultativo", "Procede sólo si su escuela no lo tiene en el seguro facultativo, que ya da servicio médico.", ["RACERF 95", "LSS 12 III"], "Estudiante de preparatoria";
    /// Un sistema propio de pensiones no siempre da servicio médico.
    SSF_PENSION_PROPIA = advertencia "incorporacion.ssf_pension_propia", "Procede si el sistema propio de su entidad no es un régimen obligatorio con servicio médico: lo revisa el Instituto.", ["RACERF 95"], "Trabajador de un estado con pensiones propias";
    /// Las enfermedades de la lista son causa de improcedencia que dictamina el Instituto.
    PREEXISTENCIA = advertencia "incorporacion.preexistencia", "Declaró al menos una enfermedad de la lista: es causa de improcedencia que dictamina el Instituto. Puede solicitarlo; no se rechaza aquí.", ["RACERF 82", "RACERF 99"], "PX-05, insuficiencia renal crónica";

    /// La ley ya no lo prevé para inscripciones nuevas desde el 2 de diciembre de 2023, aunque el Instituto lo sigue anunciando.
    IVRO_CONFLICTO = advertencia "incorporacion.ivro_conflicto", "La ley ya no lo ampara: desde el {desde} la vía es la de personas trabajadoras independientes. El Instituto lo seguía anunciando en 2026, así que pregunte antes de contar con él.", ["LSS 13 I", "Transitorio segundo (DOF 2023-12-01)"], "Modalidad 44 solicitada en 2026";
    /// Quien estaba asegurado antes de la reforma continúa hasta que termina su anualidad.
    IVRO_CONTINUA = advertencia "incorporacion.ivro_continua", "Se inscribió antes de la reforma: continúa hasta que termine su anualidad y después prorroga con las condiciones de las personas trabajadoras independientes. El Instituto lo seguía anunciando en 2026; confirme si lo renueva.", ["Transitorio segundo (DOF 2023-12-01)", "LSS 13 I"], "Modalidad 43 desde 2022";
    /// Antes de la reforma era la vía de quien trabajaba por su cuenta.
    IVRO_PROCEDE = nota "incorporacion.ivro_procede", "En esa fecha la ley lo preveía para su actividad, por anualidades adelantadas.", ["LSS 13 (texto anterior a DOF 2023-12-01)"], "Modalidad 44 en 2022";
    /// Cada esquema anual era para una actividad.
    IVRO_OTRA_ACTIVIDAD = nota "incorporacion.ivro_otra_actividad", "No es para su actividad: era para {quienes}.", ["LSS 13 (texto anterior a DOF 2023-12-01)"], "Modalidad 35 de quien no es patrón";
    /// El régimen de los decretos es obligatorio.
    DECRETO = nota "incorporacion.decreto", "Cañeros y otros grupos se incorporan por Decreto del Ejecutivo: es obligatorio y termina la incorporación voluntaria.", ["LSS 12 III", "LSS 236", "RACERF 94"], "Productor de caña";
    /// Lo voluntario no sustituye a lo obligatorio.
    NO_SUSTITUYE = nota "incorporacion.no_sustituye", "El trabajo del hogar regular es de régimen obligatorio, y lo voluntario no lo sustituye.", ["LSS 12 IV", "LSS 239-A"], "Trabajadora de una casa";
    /// Desde el 17 de noviembre de 2022 el trabajo del hogar es obligatorio.
    DEROGADA_34 = nota "incorporacion.derogada_34", "Ya no existe: desde el {desde} el trabajo del hogar es de régimen obligatorio.", ["LSS 12 IV", "LSS 239-A", "DOF 2022-11-16"], "Modalidad 34 en 2026";
    /// Antes de la reforma, el trabajo del hogar era de incorporación voluntaria.
    HOGAR_VOLUNTARIO = nota "incorporacion.hogar_voluntario", "En esa fecha el trabajo del hogar se incorporaba voluntariamente.", ["LSS 13 II (texto anterior a DOF 2022-11-16)"], "Trabajadora del hogar en 2020";
    /// El empleador inscribe y paga por los días trabajados.
    HOGAR_OBLIGATORIO = nota "incorporacion.hogar_obligatorio", "Es obligatorio: quien la emplea debe inscribirla desde el primer día, por los días que trabaja. Si son varias casas, cada una por los suyos.", ["LSS 12 IV", "LSS 239-A", "LSS 239-C"], "Trabajadora de tres casas";
    /// Antes de la reforma no era obligatorio.
    HOGAR_NO_OBLIGATORIO = nota "incorporacion.hogar_no_obligatorio", "En esa fecha aún no era obligatorio.", ["DOF 2022-11-16"], "Trabajo del hogar en 2020";
    /// El trabajo ocasional o esporádico queda fuera.
    HOGAR_OCASIONAL = nota "incorporacion.hogar_ocasional", "El trabajo ocasional o esporádico no es trabajo del hogar para la ley.", ["LSS 239-B I", "LSS 239-F"], "Limpieza de un día";
    /// Es para quien trabaja en una casa.
    HOGAR_NO = nota "incorporacion.hogar_no", "Es para quien trabaja de forma regular en una casa; la limpieza de hoteles, restaurantes u hospitales es un empleo común.", ["LSS 239-A", "LSS 239-B II"], "Cualquier otra actividad";
    /// La entidad pública celebra el convenio; no es un trámite de cada persona.
    CONVENIO_PROCEDE = nota "incorporacion.convenio_procede", "Es la vía de los servidores públicos que otras leyes no protegen. No es un trámite individual: la entidad celebra el convenio.", ["LSS 13 V", "LSS 222 II d", "LSS 232", "RACERF 90"], "Empleado municipal sin otro régimen";
    /// Las modalidades de sólo servicios son para entidades que ya tienen pensiones.
    CONVENIO_ESPECIE = advertencia "incorporacion.convenio_especie", "Sólo da servicios, sin pensiones: procede si la entidad tiene su propio sistema de pensiones y así lo convino.", ["LSS 222 II d", "RACERF 90"], "Modalidad 36 de quien no ha dicho si tiene pensiones";
    /// Con pensiones propias, la entidad conviene sólo los servicios.
    CONVENIO_PENSION_PROPIA = nota "incorporacion.convenio_pension_propia", "Su entidad ya tiene pensiones: invalidez y retiro no se convienen, sólo los servicios.", ["LSS 222 II d"], "Trabajador estatal con pensiones propias";
    /// Quien tiene ISSSTE ya está protegido por otra ley.
    CONVENIO_ISSSTE = nota "incorporacion.convenio_issste", "Ya lo protege el ISSSTE; el convenio es para quien otras leyes no protegen.", ["LSS 13 V"], "Trabajador del Estado con ISSSTE";
    /// Sólo es para servidores públicos.
    CONVENIO_OTRA = nota "incorporacion.convenio_otra", "Es sólo para servidores públicos, y lo celebra su entidad.", ["LSS 13 V", "RACERF 90"], "Cualquier otra actividad";
    /// Los estudiantes de instituciones públicas tienen servicio médico a cargo del Estado.
    FACULTATIVO_PROCEDE = nota "incorporacion.facultativo_procede", "Los estudiantes de nivel medio superior y superior de escuelas públicas tienen servicio médico; lo tramita la escuela y no pagan cuota.", ["LSS 12 III", "Decreto DOF 1998-09-14"], "Estudiante de preparatoria pública";
    /// Sólo es para estudiantes y otros grupos que fija un decreto.
    FACULTATIVO_NO = nota "incorporacion.facultativo_no", "Es para estudiantes de escuelas públicas, y lo tramita la escuela.", ["LSS 12 III", "Decreto DOF 1998-09-14"], "Cualquier otra actividad";

    /// Quien está en el régimen obligatorio no necesita nada voluntario para tener los seguros.
    OBLIGATORIO = nota "incorporacion.obligatorio", "Está o debe estar en el régimen obligatorio: lo inscribe y paga quien lo emplea. Nada voluntario lo sustituye.", ["LSS 12 I", "LSS 12 IV", "LSS 15 I"], "Empleado en activo";
    /// En pobreza extrema o alta marginación hay servicios sin cuota.
    SOLIDARIDAD = nota "incorporacion.solidaridad", "En zonas de pobreza extrema o alta marginación hay prestaciones de solidaridad social, sin cuota exigible.", ["LSS 214", "LSS 217", "LSS 238"], "Campesino en pobreza extrema";
    /// Cumplir estas dos condiciones dispensa del cuestionario, de las preexistencias y de las esperas.
    EXENTO = nota "incorporacion.exento", "No se le piden cuestionario médico ni tiempos de espera: la solicitud es antes del {limite} y tiene al menos {semanas} semanas previas bajo seguro.", ["RACERF 85"], "Baja hace tres meses, con 120 semanas";
    /// Para el seguro de salud para la familia basta solicitarlo pronto después de la baja.
    EXENTO_SSF = nota "incorporacion.exento_ssf", "En el seguro de salud para la familia no se piden cuestionario ni esperas si lo solicita hasta el {limite}.", ["RACERF 105"], "Baja hace tres semanas";
    /// El código público que se conoce dispensa del cuestionario en más casos que el reglamento.
    EXENCION_DIVERGE = nota "incorporacion.exencion_diverge", "La baja es de hace más de {meses} meses. En la práctica hay indicios de que al seguro de salud para la familia se le dispensa el cuestionario hasta por {anios} años; el reglamento no lo dice, y aquí se aplica el reglamento.", ["RACERF 85"], "Baja hace dos años, con 120 semanas";
    /// El tiempo en continuación voluntaria no cuenta para la exención.
    CVRO_NO_EXIME = nota "incorporacion.cvro_no_exime", "Estar en la continuación voluntaria no dispensa del cuestionario ni de las esperas para tener servicio médico.", ["RACERF 85", "RACERF 64"], "Modalidad 40 que quiere servicio médico";
    /// La ley sólo dice que el alta en el régimen obligatorio termina la continuación; de lo demás hay práctica, o nada.
    CVRO_CON_OTRA = advertencia "incorporacion.cvro_con_otra", "Mientras siga en la continuación voluntaria, en la práctica no se admiten los esquemas anuales (35, 43 y 44). Si inscribirse como persona independiente la termina no se ha establecido: pregúntelo antes.", ["LSS 220 III"], "Modalidad 40 que además trabaja por su cuenta";
    /// El parto tiene tiempo de espera; lo demás se atiende desde el principio.
    EMBARAZO = advertencia "incorporacion.embarazo", "El parto se atiende {meses} meses después de la inscripción: si se inscribe ese día, desde el {libera}. Los demás padecimientos se atienden desde el inicio.", ["RACERF 83"], "Embarazada que se asegura hoy";
    /// Callar una enfermedad termina el seguro sin devolución.
    FALSEDAD = advertencia "incorporacion.falsedad", "Si en el primer año aparece una enfermedad que no se declaró, el seguro termina, se cobra lo atendido y no se devuelve la cuota.", ["RACERF 87", "RACERF 109"], "Cualquier seguro con cuestionario";
    /// Los trámites colectivos tienen un mínimo de personas; con menos, cada quien lo hace por sí.
    COLECTIVO_MINIMO = nota "incorporacion.colectivo_minimo", "Son {grupo} personas y el convenio colectivo de {clase} pide al menos {minimo}: el trámite es individual.", ["RACERF 75", "RACERF 100"], "Asociación de 20 artesanos";
    /// Renovar en plazo conserva todo.
    RENOVACION = nota "incorporacion.renovacion", "Está en plazo para renovar: los tiempos de espera no vuelven a empezar.", ["RACERF 80", "RACERF 105"], "Dentro de los treinta días anteriores al vencimiento";
    /// Aún falta para que se abra el plazo de renovación.
    RENOVACION_ANTES = nota "incorporacion.renovacion_antes", "Aún no se abre el plazo para renovar: empieza el {desde}.", ["RACERF 80", "RACERF 105"], "Tres meses antes del vencimiento";
    /// Dentro del plazo posterior al vencimiento la renovación tiene efecto desde el día siguiente.
    RENOVACION_TARDIA = nota "incorporacion.renovacion_tardia", "Puede renovar fuera de plazo hasta el {hasta}, con efecto desde el {efecto}, sin laguna.", ["RACERF 80"], "Diez días después del vencimiento";
    /// La renovación tardía del seguro de salud para la familia exige una enfermedad adquirida en la vigencia.
    RENOVACION_TARDIA_SSF = advertencia "incorporacion.renovacion_tardia_ssf", "Hasta el {hasta} sólo renueva quien adquirió una enfermedad durante la vigencia y requiere continuidad.", ["RACERF 105"], "Veinte días hábiles después del vencimiento";
    /// Pasado el plazo es una inscripción nueva.
    INICIAL = advertencia "incorporacion.inicial", "El plazo para renovar terminó el {hasta}: es una inscripción nueva, con cuestionario y esperas desde el principio.", ["RACERF 80", "RACERF 105"], "Treinta y un días después del vencimiento";
    /// Una anualidad que venció hace más de un año no se renueva.
    VENCIDA = nota "incorporacion.vencida", "La anualidad venció el {fin}, hace más de un año: es una inscripción nueva, con cuestionario y esperas desde el principio.", ["RACERF 80", "RACERF 105"], "Venció hace tres años";
    /// No está en la lista de códigos.
    PREEXISTENCIA_DESCONOCIDA = error "incorporacion.preexistencia_desconocida", "No hay una enfermedad «{clave}» en la lista. Las claves son: {opciones}.", ["RACERF 82"], "\"PX-99\"";
    /// Una fecha que ya pasó no puede estar después del día de la consulta.
    FECHA_POSTERIOR = error "incorporacion.fecha_posterior", "El {dada} es posterior al {limite}. Revise cuál de las dos fechas está mal.", ["RACERF 66"], "Baja de 2027 consultada en 2026";
    /// Nadie tiene más de esta edad.
    EDAD = error "incorporacion.edad", "«{edad}» no es una edad: debe ser de 0 a 120 años.", ["LSS 242"], "\"edad\": 226";

    /// El familiar es beneficiario de quien se asegura en el régimen obligatorio, sin costo.
    FAMILIAR_BENEFICIARIO = nota "incorporacion.familiar_beneficiario", "Es beneficiario de quien se asegura, sin costo.", ["LSS 84"], "Hijo de 10 años";
    /// Los hijos son beneficiarios hasta cierta edad; después, si estudian o tienen discapacidad.
    FAMILIAR_SI_ESTUDIA = advertencia "incorporacion.familiar_si_estudia", "Es beneficiario sólo si estudia en el sistema educativo nacional, o si una enfermedad o discapacidad le impide mantenerse.", ["LSS 84 V", "LSS 84 VI", "LSS 84 VII"], "Hijo de 20 años";
    /// Los padres son beneficiarios si viven en el hogar y dependen.
    FAMILIAR_SI_DEPENDE = advertencia "incorporacion.familiar_si_depende", "Es beneficiario si vive en el hogar y depende económicamente de quien se asegura.", ["LSS 84 VIII", "LSS 84 IX"], "Madre de 60 años";
    /// La concubina o el concubinario lo es con los años de vida en común que pide la ley, o hijos.
    FAMILIAR_CONCUBINATO = advertencia "incorporacion.familiar_concubinato", "Es beneficiario con {anios} años de vida en común o con hijos, si ambos están libres de matrimonio.", ["LSS 84 III"], "Concubina";
    /// Pasada la edad, el hijo no es beneficiario.
    FAMILIAR_MAYOR = nota "incorporacion.familiar_mayor", "Tiene más de {edad} años: no es beneficiario, salvo que una enfermedad o discapacidad le impida mantenerse. Sí puede estar en el seguro de salud para la familia.", ["LSS 84 VI", "LSS 84 VII", "RACERF 95"], "Hijo de 26 años";
    /// Otros parientes no son beneficiarios, pero pueden ser familiares adicionales.
    FAMILIAR_ADICIONAL = nota "incorporacion.familiar_adicional", "No es beneficiario; en el seguro de salud para la familia puede ser familiar adicional, con su propia cuota.", ["LSS 84", "RACERF 96"], "Hermana";

    /// Lo que se paga por todo lo que se cotiza.
    TOTAL = figura "incorporacion.total", "Total", ["LSS 218", "LSS 224", "LSS 242"], "Suma de los meses o de las personas";
    /// La suma de los ramos del mes, cada uno ya redondeado a centavos.
    TOTAL_DEL_MES = figura "incorporacion.total_del_mes", "Total del mes", ["LSS 218", "LSS 222", "LSS 228"], "25 UMA, 30 días de 2026: 12,702.91";
    /// El ingreso del mes entre sus días, a centavos.
    INGRESO_DIARIO = figura "incorporacion.ingreso_diario", "Ingreso diario", ["LSS 227 I"], "12,000.00 ÷ 30 = 400.00";
    /// El salario diario por el factor de integración.
    SALARIO_INTEGRADO = figura "incorporacion.salario_integrado", "Salario diario integrado", ["LSS 239-G", "LSS 30"], "342.47 × 1 = 342.47";
    /// Ninguna cuota se paga sobre menos que el salario mínimo del área.
    NO_MENOS_DEL_MINIMO = figura "incorporacion.no_menos_del_minimo", "Base, al menos el salario mínimo", ["LSS 28", "RACERF 65"], "máximo(300.00, 315.04) = 315.04";
    /// Ninguna cuota se paga sobre más de 25 UMA.
    BASE = figura "incorporacion.base", "Salario o ingreso diario con que se cotiza", ["LSS 28", "LSS 227 I"], "mínimo(3,500.00, 2,932.75) = 2,932.75";
    /// Veinticinco veces la UMA.
    TOPE = figura "incorporacion.tope", "Tope del salario con que se cotiza", ["LSS 28"], "117.31 × 25 = 2,932.75";
    /// La cuota anual de una persona según su edad al inicio de la vigencia.
    CUOTA_POR_EDAD = figura "incorporacion.cuota_por_edad", "Cuota anual por edad", ["LSS 242", "RACERF 101"], "30 a 39 años en 2025: 11,850.00";

    /// Falta un dato sin el que esa modalidad no se puede cotizar.
    DATO_FALTA = error "incorporacion.dato_falta", "Para cotizar la modalidad {modalidad} falta «{dato}».", ["Contrato de cálculo"], "Modalidad 40 sin «sbc»";
    /// El dato no se usa en esa modalidad; se rechaza para que no se crea que contó.
    DATO_AJENO = error "incorporacion.dato_ajeno", "«{dato}» no se usa en la modalidad {modalidad}. Los que se usan son: {opciones}.", ["Contrato de cálculo"], "Modalidad 40 con «edades»";
    /// El mes se da con año y mes, o con fechas, no con las dos formas.
    DATO_DOBLE = error "incorporacion.dato_doble", "Dé «{uno}» o «{otro}», no los dos.", ["Contrato de cálculo"], "Modalidad 40 con mes y con «desde»";
    /// Las modalidades de servidores públicos las cotiza la entidad, como patrón.
    POR_CONVENIO = error "incorporacion.por_convenio", "La modalidad {modalidad} no la paga una persona: la entidad la conviene con el Instituto y cotiza como patrón, sobre el salario de cada trabajador (operación cuotas.periodo).", ["LSS 222 II d", "LSS 227 II", "LSS 228 I", "RACERF 90"], "Modalidad 42";
    /// El seguro facultativo de los estudiantes no lo pagan ellos.
    SIN_CUOTA = error "incorporacion.sin_cuota", "El seguro facultativo no tiene cuota para la persona: es a cargo de la institución o del Estado.", ["LSS 12 III", "Decreto DOF 1998-09-14"], "Modalidad 32";
    /// La elección no puede pasar del tope.
    SBC_TOPE = error "incorporacion.sbc_tope", "El salario {sbc} pasa del tope, que en {mes} es {tope}. Elija uno que no pase, o cotice por separado los meses de cada UMA.", ["LSS 218", "LSS 28", "RACERF 65"], "3,000.00 en 2026";
    /// Se continúa con el último salario o con uno superior.
    SBC_MENOR = error "incorporacion.sbc_menor", "El salario {sbc} es menor que el último con que cotizó ({ultimo}): debe ser igual o superior.", ["LSS 218", "RACERF 65"], "500.00 después de cotizar con 800.00";
    /// Un salario base de cero no se cotiza.
    BASE_CERO = error "incorporacion.base_cero", "«{dato}» debe ser mayor que cero.", ["LSS 28"], "\"sbc\": \"0.00\"";
    /// El periodo retroactivo cabe en el plazo para solicitarla.
    RANGO = error "incorporacion.rango", "Del {desde} al {hasta} no se puede cotizar: la fecha final debe ser posterior y el periodo, de {anios} años a lo más.", ["LSS 219", "RACERF 66"], "De 2015 a 2026";
    /// Las anualidades empiezan el primer día de un mes.
    INICIO_DIA_UNO = error "incorporacion.inicio_dia_uno", "La vigencia empieza el día 1 del mes siguiente al de la inscripción: en lugar del {inicio} escriba {propuesto}.", ["RACERF 77", "RACERF 103"], "Inicio el 15 de marzo";
    /// La inscripción es anterior al inicio.
    CONTRATACION = error "incorporacion.contratacion", "La contratación ({contratacion}) debe ser anterior al inicio de la vigencia ({inicio}).", ["RACERF 77"], "Contratación después del inicio";
    /// Los esquemas anuales se pagan por año o por bimestre.
    PERIODICIDAD = error "incorporacion.periodicidad", "En la modalidad {modalidad} la periodicidad es {opciones}.", ["LSS 224"], "Modalidad 44 mensual";
    /// Los meses de una anualidad van de uno a doce.
    MESES = error "incorporacion.meses", "«{meses}» no son meses de una anualidad: deben ser de 1 a {maximo}.", ["RACERF 80"], "14 meses";
    /// No pueden ser más días que los del mes.
    DIAS = error "incorporacion.dias", "Son {dias} días y el mes tiene {maximo}.", ["LSS 239-C"], "31 días en abril";
    /// El trabajo del hogar voluntario ya no existe.
    YA_NO_EXISTE = error "incorporacion.ya_no_existe", "La modalidad 34 terminó el {hasta}: desde entonces el trabajo del hogar es obligatorio. Use la modalidad «hogar».", ["LSS 12 IV", "DOF 2022-11-16"], "Modalidad 34 con inicio en 2026";
    /// La UMA o el salario supuestos deben ser cantidades creíbles.
    HIPOTESIS_VALOR = error "incorporacion.hipotesis_valor", "La hipótesis «{valor}» debe ser mayor que cero y no pasar de {maximo}.", ["Contrato de cálculo"], "UMA de cero";
    /// Los años cuya UMA o salario no se conoce se calculan sólo con la hipótesis que escribe quien calcula.
    HIPOTESIS = advertencia "incorporacion.hipotesis", "Es una hipótesis, no un cálculo: {valores}. El importe cambiará cuando se publiquen los valores.", ["LSS 28"], "Marzo de 2027 con UMA supuesta";
    /// La cifra no cabe: sólo pasa con valores absurdos en un suplemento.
    TAMANO = error "incorporacion.tamano", "Con estos valores el resultado no es una cantidad real. Revise los datos y el suplemento normativo.", ["LSS 28"], "Un factor de integración de nueve millones";
    /// El salario se sube de oficio al mínimo.
    PISO = nota "incorporacion.piso", "No se puede cotizar con menos que el salario mínimo: en {mes} se usó {piso}.", ["LSS 28", "RACERF 65", "LSS 227 I"], "300.00 en 2026";
    /// El ingreso se limita a 25 UMA.
    TOPADO = nota "incorporacion.topado", "El ingreso o salario pasa del tope de ley: en {mes} se usó {tope}.", ["LSS 28", "LSS 227 I"], "Ingreso de 200,000.00 al mes";
    /// La continuación voluntaria conserva la pensión, no el servicio médico.
    CVRO_SIN_SERVICIO = nota "incorporacion.cvro_sin_servicio", "No da servicio médico ni subsidios; lo que se paga por gastos médicos es para cuando sea pensionado.", ["LSS 218", "LSS 25"], "Toda cotización de la modalidad 40";
    /// Dejar de pagar causa la baja, y hay un plazo para reingresar.
    CVRO_BAJA = nota "incorporacion.cvro_baja", "Se paga por adelantado, a más tardar el día {dia} de cada mes. Con {meses} meses sin pago se causa la baja, y desde ella hay {reingreso} meses para reingresar.", ["LSS 220 II", "RACERF 128"], "Toda cotización de la modalidad 40";
    /// El último salario fija el mínimo que se puede elegir.
    CVRO_SIN_ULTIMO = nota "incorporacion.cvro_sin_ultimo", "No se dijo el último salario con que cotizó; el que elija debe ser igual o superior a él.", ["LSS 218", "RACERF 65"], "Modalidad 40 sin «ultimo_sbc»";
    /// El día de pago se conoce por la prensa.
    PTI_PAGO = nota "incorporacion.pti_pago", "Se paga por adelantado, a más tardar el día {dia}, y cubre desde el primer día del mes siguiente. El día se tomó de la prensa; las reglas de 2024 no se pudieron leer.", ["LSS 224"], "Toda cotización de persona independiente";
    /// El Instituto determina las cuotas del trabajo del hogar; esto es una orientación.
    HOGAR_ORIENTATIVO = advertencia "incorporacion.hogar_orientativo", "Es una orientación, no la cuota oficial: el Instituto calcula la propuesta y el factor de integración que usa no se ha establecido; se usó {factor}. Después del mes de inicio se paga por adelantado.", ["LSS 239-C", "LSS 239-G"], "Doce días al mes";
    /// Si lo que se paga alcanza la cuota del mínimo por todo el mes, la cobertura es del mes completo.
    HOGAR_MES_COMPLETO = nota "incorporacion.hogar_mes_completo", "Lo que se paga alcanza la cuota del salario mínimo por todo el mes ({minimo}): la cobertura es del mes completo.", ["LSS 239-C"], "28 días con 400.00 diarios";
    /// Si no alcanza, la cobertura es sólo de los días reportados.
    HOGAR_DIAS = nota "incorporacion.hogar_dias", "Lo que se paga no alcanza la cuota del salario mínimo por todo el mes ({minimo}): la cobertura es sólo de los días reportados, a menos que otras casas completen.", ["LSS 239-A", "LSS 239-C"], "Doce días al mes";
    /// La cuota de ese grupo de edad no se ha establecido: no se supone.
    SSF_NO_ESTABLECIDA = error "incorporacion.ssf_no_establecida", "No se conoce la cuota de {grupo} años con vigencia el {inicio}. Escriba la oficial en «cuota_oficial», con la clave \"{grupo}\", o agréguela como suplemento normativo.", ["LSS 242"], "20 a 29 años en marzo de 2026";
    /// La cuota oficial se da por grupo de edad.
    SSF_GRUPO = error "incorporacion.ssf_grupo", "«{grupo}» no es un grupo de edad. Los que hay son: {opciones}.", ["LSS 242"], "\"25-34\"";
    /// Falta al menos una persona.
    SSF_SIN_PERSONAS = error "incorporacion.ssf_sin_personas", "«edades» lleva la edad de cada persona, entre una y {maximo}.", ["RACERF 95", "LSS 242"], "\"edades\": []";
    /// El mínimo son dos personas, salvo quien declara no tener familia.
    SSF_MINIMO = advertencia "incorporacion.ssf_minimo", "Con una sola persona procede si declara bajo protesta no tener familia; si no, inscriba al menos a un familiar.", ["RACERF 95", "RACERF 97"], "Una persona de 30 años";
    /// La cuota que da una persona completa la tabla, pero no la corrige.
    SSF_DIFIERE = advertencia "incorporacion.ssf_difiere", "La cuota que se dio para {grupo} años ({dada}) no es la cargada ({cargada}, {fuente}). Se usó la cargada; si está mal, corríjala con un suplemento normativo.", ["LSS 242"], "Otra cuota para 30 a 39 años en 2025";

    /// El reglamento cuenta los meses desde la inscripción. Renovar a tiempo no los reinicia.
    ESPERA_DESDE = nota "incorporacion.espera_desde", "Los meses se cuentan desde la inscripción, como dice el reglamento; se da también la fecha si se contaran desde el inicio de los servicios, por si así se aplica. Lo demás se atiende desde el inicio, y renovar a tiempo no reinicia la cuenta.", ["RACERF 83", "RACERF 80"], "Toda lista de esperas";
    /// Esa modalidad no da servicio médico con esperas.
    SIN_ESPERAS = nota "incorporacion.sin_esperas", "En la modalidad {modalidad} no hay cuestionario ni tiempos de espera.", ["RACERF 82", "RACERF 83"], "Modalidad 40";
    /// En la práctica de los independientes no se ha confirmado el cuestionario.
    PTI_CUESTIONARIO = advertencia "incorporacion.pti_cuestionario", "La ley remite a los tiempos de espera; si el Instituto pide además cuestionario médico a las personas independientes no se ha confirmado.", ["LSS 222 II a", "RACERF 81"], "Lista de esperas de una persona independiente";
    /// Quien dejó de estar en un régimen por Decreto queda dispensado si lo solicita en el plazo.
    EXENTO_DECRETO = nota "incorporacion.exento_decreto", "Dejó de estar asegurado por Decreto hace poco: no se le piden cuestionario ni tiempos de espera si lo solicita hasta el {limite}.", ["RACERF 85"], "Cañero que dejó de serlo hace tres meses";
    /// Quien acaba de nacer se inscribe sin cuestionario ni esperas dentro del plazo.
    RECIEN_NACIDO = nota "incorporacion.recien_nacido", "A quien acaba de nacer se le atiende hasta el {atencion}, y puede inscribirse sin cuestionario ni esperas hasta el {limite}.", ["RACERF 104"], "Hijo de un mes";
    /// Pasado el plazo, el recién nacido es una persona más.
    RECIEN_NACIDO_TARDE = advertencia "incorporacion.recien_nacido_tarde", "El plazo para inscribir a quien acaba de nacer terminó el {limite}: se le aplican cuestionario y esperas.", ["RACERF 104"], "Hijo de cuatro meses";
    /// Los servicios no empiezan antes de la inscripción.
    INICIO_ANTERIOR = error "incorporacion.inicio_anterior", "El inicio ({inicio}) es anterior a la inscripción ({inscripcion}).", ["RACERF 77", "RACERF 103"], "Inicio en marzo e inscripción en abril";
}
