// Types of ventanilla-imss.js.

/** Trámites that can be captured. */
export type Tramite =
  | "registro_patronal"
  | "modificacion_patronal"
  | "convenio"
  | "incorporacion"
  | "incorporacion_colectiva";

/** Pages that a portal can show. */
export type Pagina =
  | "prevision"
  | "adeudo"
  | "liquidacion"
  | "modalidad"
  | "modalidad-40"
  | "archivos"
  | "confronta"
  | "idse"
  | "tramites"
  | "clasificacion"
  | "prima"
  | "bandeja"
  | "capacitacion"
  | "parametros"
  | "ayuda";

/**
 * Answers of a trámite by path, as somebody would type them: `{ "patron.rfc": "CSF261005990" }`. A boolean answers yes or no.
 * Anything else is a `TypeError`; a path that is of no question is told by an `error` (`respuestas`), and the rest stays.
 */
export type Respuestas = Record<string, string | number | boolean | null | undefined>;

/** What a portal gives; nothing when it has none now. */
export type Token = string | null | undefined;

/** What {@link VentanillaImss.abrir} takes. */
export type Destino = Pagina | Tramite | { tramite: Tramite; respuestas?: Respuestas };

/** A draft was kept in this browser. Never what it says. */
export interface Borrador {
  uuid: string;
  tramite: Tramite;
  /** The step that is open. */
  paso: string;
  /** `AAAA-MM-DDThh:mm:ss`, by this computer's clock. */
  modificado: string;
}

/** The server received a trámite. */
export interface Enviado {
  uuid: string;
  tramite: Tramite;
  folio: string;
  estado: string;
  version: number;
  /** Moment with its offset. */
  recibido: string;
  /** SHA-256 of what was received. */
  huella: string;
}

/** Something could not be done. */
export interface Falla {
  /**
   * `no_abrio` and `detenida` (the program), `api`, `tramite`, `pagina`, `tema`, `idioma`, `respuestas`, `mensaje` (what the
   * portal asked for), `credencial` (the server did not take the token, or `renovarToken` gave none), `almacen` (the browser did not keep what was
   * typed), or the server's code when it refuses a trámite; then `uuid` and `tramite` say which.
   */
  codigo: string;
  /** In Spanish, for a person. */
  mensaje: string;
  uuid?: string;
  tramite?: Tramite;
}

/**
 * They bubble, except `error`: on the window it would look like one of the portal's program. Nothing is told before the
 * portal's page is loaded, so that its scripts are listening.
 */
export interface SucesosDeVentanilla {
  /** A copy was drawn: the first time, and again when another one takes its place (another person, another `api`). */
  lista: CustomEvent<Record<string, never>>;
  borrador: CustomEvent<Borrador>;
  enviado: CustomEvent<Enviado>;
  error: CustomEvent<Falla>;
  /** What the browser had refused to keep (`error` with `almacen`) is kept now. */
  guardado: CustomEvent<Record<string, never>>;
}

/**
 * `<ventanilla-imss tramite="convenio" api="https://ventanilla.ejemplo.mx/" idioma="es-MX" tema="sobrio">`
 *
 * Attributes, all of which may change at any time: `tramite` or `pagina` (where it begins; without them, everything, with its
 * navigation bar), `api` (the server; by default, where this script comes from), `token`, `idioma` (`es-MX`), `tema`
 * (`institucional`, `sobrio`, `contraste`), `barra` (`completa`, `ninguna`). With both, `tramite` counts and `pagina` does not.
 */
export class VentanillaImss extends HTMLElement {
  /**
   * Settles when the first page is drawn; rejected when it could not be, and then another one begins with the next attempt.
   * It waits while the element is in no document.
   */
  readonly lista: Promise<void>;
  tramite: Tramite | "";
  /** The portal's token (JWT). A property keeps it out of the page's text. */
  token: string;
  /** Gives a fresh token when there is none or the last one was refused. The first one is waited for, up to five seconds. */
  renovarToken: (() => Token | Promise<Token>) | null;
  /** An operation of the calculation contract; never rejected for what the document says. */
  calcular<Respuesta = unknown>(operacion: string, entrada?: object | string): Promise<Respuesta>;
  /** Goes to a page, to the drafts of a trámite, or begins one with answers; rejected when there is no such thing. */
  abrir(que: Destino): Promise<void>;
  addEventListener<S extends keyof SucesosDeVentanilla>(
    suceso: S,
    oyente: (this: VentanillaImss, suceso: SucesosDeVentanilla[S]) => unknown,
    opciones?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    suceso: string,
    oyente: EventListenerOrEventListenerObject,
    opciones?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<S extends keyof SucesosDeVentanilla>(
    suceso: S,
    oyente: (this: VentanillaImss, suceso: SucesosDeVentanilla[S]) => unknown,
    opciones?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    suceso: string,
    oyente: EventListenerOrEventListenerObject,
    opciones?: boolean | EventListenerOptions,
  ): void;
}

/** An operation of the contract with the published parameters, without drawing anything. */
export function calcular<Respuesta = unknown>(operacion: string, entrada?: object | string): Promise<Respuesta>;

/** What the page that has `marco.html` in an iframe may say to it; always with its own origin, the one it declared. */
export type MensajeDelPortal =
  | { ventanilla: 1; tipo: "credencial"; token: string }
  | { ventanilla: 1; tipo: "abrir"; que: Destino }
  | { ventanilla: 1; tipo: "atributos"; atributos: Partial<Record<"tramite" | "pagina" | "tema" | "idioma" | "barra", string | null>> }
  | { ventanilla: 1; tipo: "calcular"; id: string | number; operacion: string; entrada?: object | string };

/** What the frame says to it, and to no other origin. `credencial` asks for a token. */
export type MensajeDeVentanilla =
  | { ventanilla: 1; tipo: "lista"; detalle: Record<string, never> }
  | { ventanilla: 1; tipo: "borrador"; detalle: Borrador }
  | { ventanilla: 1; tipo: "enviado"; detalle: Enviado }
  | { ventanilla: 1; tipo: "error"; id?: string | number; detalle: Falla }
  | { ventanilla: 1; tipo: "guardado"; detalle: Record<string, never> }
  | { ventanilla: 1; tipo: "credencial" }
  | { ventanilla: 1; tipo: "calculado"; id: string | number; respuesta: unknown }
  | { ventanilla: 1; tipo: "alto"; alto: number };

declare global {
  interface HTMLElementTagNameMap {
    "ventanilla-imss": VentanillaImss;
  }
}
