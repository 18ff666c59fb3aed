//! The OLE container (MS-CFB) that holds a binary workbook: enough to take one stream out of it, trusting nothing.

/// Sector numbers from here on have a meaning of their own.
const RESERVADOS: u32 = 0xffff_fffa;
/// Streams shorter than this are kept in the small sectors.
const CORTO: usize = 4_096;
/// Size of a small sector.
const CHICO: usize = 64;

/// An open container.
pub(super) struct Compuesto<'a> {
    bytes: &'a [u8],
    sector: usize,
    fat: Vec<u32>,
    entradas: Vec<Entrada>,
    chica: Vec<u32>,
    chicos: Vec<u8>,
}

struct Entrada {
    nombre: String,
    inicio: u32,
    largo: usize,
}

/// Opens a container; none if what it says of itself does not hold.
pub(super) fn abrir(bytes: &[u8]) -> Option<Compuesto<'_>> {
    let sector = match palabra(bytes, 30)? {
        9 => 512,
        12 => 4_096,
        _ => return None,
    };
    let mut este = Compuesto {
        bytes,
        sector,
        fat: Vec::new(),
        entradas: Vec::new(),
        chica: Vec::new(),
        chicos: Vec::new(),
    };
    este.fat = este.leer_fat()?;
    let directorio = este.cadena(doble(bytes, 48)?)?;
    este.entradas = directorio.chunks_exact(128).filter_map(entrada).collect();
    let raiz = este.entradas.first()?;
    let (inicio, largo) = (raiz.inicio, raiz.largo);
    if doble(bytes, 64)? > 0 {
        este.chica = dobles(&este.cadena(doble(bytes, 60)?)?);
        este.chicos = este.cadena(inicio)?;
        este.chicos.truncate(largo);
    }
    Some(este)
}

impl Compuesto<'_> {
    /// Whether it has a stream of that name.
    pub(super) fn tiene(&self, nombre: &str) -> bool {
        self.entrada(nombre).is_some()
    }

    /// The bytes of a stream.
    pub(super) fn flujo(&self, nombre: &str) -> Option<Vec<u8>> {
        let entrada = self.entrada(nombre)?;
        let mut salida = if entrada.largo < CORTO {
            self.cadena_chica(entrada.inicio)?
        } else {
            self.cadena(entrada.inicio)?
        };
        if salida.len() < entrada.largo {
            return None;
        }
        salida.truncate(entrada.largo);
        Some(salida)
    }

    fn entrada(&self, nombre: &str) -> Option<&Entrada> {
        self.entradas.iter().find(|e| e.nombre.eq_ignore_ascii_case(nombre))
    }

    /// A sector; the last one of the file may be cut short.
    fn sector(&self, numero: u32) -> Option<&[u8]> {
        let desde = usize::try_from(numero).ok()?.checked_add(1)?.checked_mul(self.sector)?;
        let resto = self.bytes.get(desde..).filter(|r| !r.is_empty())?;
        Some(resto.get(..self.sector).unwrap_or(resto))
    }

    fn cuantos(&self) -> usize {
        self.bytes.len() / self.sector + 1
    }

    fn leer_fat(&self) -> Option<Vec<u32>> {
        let mut lista = dobles(self.bytes.get(76..512)?);
        let mut siguiente = doble(self.bytes, 68)?;
        for _ in 0..self.cuantos() {
            if siguiente >= RESERVADOS {
                break;
            }
            let mut tramo = dobles(self.sector(siguiente)?);
            siguiente = tramo.pop()?;
            lista.append(&mut tramo);
        }
        let mut fat = Vec::new();
        for numero in lista.into_iter().filter(|n| *n < RESERVADOS) {
            fat.extend(dobles(self.sector(numero)?));
            if fat.len() > (self.cuantos() + 1) * 1_024 {
                return None;
            }
        }
        Some(fat)
    }

    /// The sectors that follow one another from `inicio`; none if they go in circles.
    fn cadena(&self, inicio: u32) -> Option<Vec<u8>> {
        let mut salida = Vec::new();
        let mut numero = inicio;
        for _ in 0..=self.cuantos() {
            if numero >= RESERVADOS {
                return Some(salida);
            }
            salida.extend_from_slice(self.sector(numero)?);
            numero = *self.fat.get(usize::try_from(numero).ok()?)?;
        }
        None
    }

    fn cadena_chica(&self, inicio: u32) -> Option<Vec<u8>> {
        let mut salida = Vec::new();
        let mut numero = inicio;
        for _ in 0..=CORTO / CHICO {
            if numero >= RESERVADOS {
                return Some(salida);
            }
            let lugar = usize::try_from(numero).ok()?;
            let desde = lugar.checked_mul(CHICO)?;
            salida.extend_from_slice(self.chicos.get(desde..desde.checked_add(CHICO)?)?);
            numero = *self.chica.get(lugar)?;
        }
        None
    }
}

fn entrada(bytes: &[u8]) -> Option<Entrada> {
    let unidades: Vec<u16> = bytes
        .get(..64)?
        .chunks_exact(2)
        .map(|par| u16::from_le_bytes([par[0], par[1]]))
        .take_while(|u| *u != 0)
        .collect();
    Some(Entrada {
        nombre: String::from_utf16_lossy(&unidades),
        inicio: doble(bytes, 116)?,
        largo: usize::try_from(doble(bytes, 120)?).ok()?,
    })
}

fn palabra(datos: &[u8], en: usize) -> Option<u16> {
    let bytes = datos.get(en..)?.first_chunk::<2>()?;
    Some(u16::from_le_bytes(*bytes))
}

fn doble(datos: &[u8], en: usize) -> Option<u32> {
    let bytes = datos.get(en..)?.first_chunk::<4>()?;
    Some(u32::from_le_bytes(*bytes))
}

fn dobles(datos: &[u8]) -> Vec<u32> {
    datos.chunks_exact(4).filter_map(|d| doble(d, 0)).collect()
}
