//! Entering the Institute of one's own will: *incorporación voluntaria* (LSS 13, 222–233), *continuación voluntaria*
//! (LSS 218–221) and *seguro de salud para la familia* (LSS 240–245).

pub mod situacion;
