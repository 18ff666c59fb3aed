//! Where this copy of the page lives: a page of its own, or an element inside somebody's portal, in a shadow root, beside
//! other copies. Whatever touches the document, the address, the printer or the host goes through here, so that no other
//! room has to know. Each instance has a WASM instance of its own (`public/ventanilla-imss.js` sees to it), so what is
//! kept per thread is kept per instance.

use js_sys::{Function, Promise};
use leptos::prelude::{WithValue, on_cleanup};
use std::cell::RefCell;
use wasm_bindgen::prelude::{Closure, JsCast, JsValue, wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement, ShadowRoot};

#[wasm_bindgen]
extern "C" {
    /// What `public/ventanilla-imss.js` (class `Instancia`) does for the copy that it mounted.
    #[derive(Clone)]
    pub type Anfitrion;
    #[wasm_bindgen(method)]
    fn direccion(este: &Anfitrion) -> String;
    #[wasm_bindgen(method)]
    fn ir(este: &Anfitrion, direccion: &str);
    #[wasm_bindgen(method)]
    fn sustituir(este: &Anfitrion, direccion: &str);
    #[wasm_bindgen(method, js_name = alCambiar)]
    fn al_cambiar(este: &Anfitrion, que: &Function) -> Function;
    #[wasm_bindgen(method, js_name = alCambiarCredencial)]
    fn al_cambiar_credencial(este: &Anfitrion, que: &Function) -> Function;
    #[wasm_bindgen(method, js_name = alEstacionar)]
    fn al_estacionar(este: &Anfitrion, que: &Function) -> Function;
    #[wasm_bindgen(method, getter)]
    fn estacionada(este: &Anfitrion) -> bool;
    #[wasm_bindgen(method, js_name = alCambiarBarra)]
    fn al_cambiar_barra(este: &Anfitrion, que: &Function) -> Function;
    #[wasm_bindgen(method)]
    fn credencial(este: &Anfitrion, renovar: bool) -> Promise;
    #[wasm_bindgen(method)]
    fn avisar(este: &Anfitrion, suceso: &str, detalle: &str);
    #[wasm_bindgen(method)]
    fn titular(este: &Anfitrion, titulo: &str);
    #[wasm_bindgen(method)]
    fn imprimir(este: &Anfitrion);
    #[wasm_bindgen(method)]
    fn subir(este: &Anfitrion);
    #[wasm_bindgen(method)]
    fn reiniciar(este: &Anfitrion);
    #[wasm_bindgen(method, js_name = tomarPorEmpezar)]
    fn tomar_por_empezar(este: &Anfitrion) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn incrustado(este: &Anfitrion) -> bool;
    #[wasm_bindgen(method, getter)]
    fn barra(este: &Anfitrion) -> bool;
    #[wasm_bindgen(method, getter, js_name = conCredencial)]
    fn con_credencial(este: &Anfitrion) -> bool;
    #[wasm_bindgen(method, getter)]
    fn sujeto(este: &Anfitrion) -> String;
    #[wasm_bindgen(method, getter)]
    fn api(este: &Anfitrion) -> String;
    #[wasm_bindgen(method, getter)]
    fn clave(este: &Anfitrion) -> String;
    #[wasm_bindgen(method, getter)]
    fn base(este: &Anfitrion) -> String;
    #[wasm_bindgen(method, getter)]
    fn inicio(este: &Anfitrion) -> String;
    #[wasm_bindgen(method, getter)]
    fn promesa(este: &Anfitrion) -> String;
}

struct Lugar {
    caja: HtmlElement,
    anfitrion: Anfitrion,
}

thread_local! {
    static LUGAR: RefCell<Option<Lugar>> = const { RefCell::new(None) };
}

/// Says where this copy lives.
pub fn instalar(caja: HtmlElement, anfitrion: Anfitrion) {
    LUGAR.set(Some(Lugar { caja, anfitrion }));
}

/// What the host says; `otro` before there is one (and in native tests).
fn del_anfitrion<T>(otro: T, leer: impl FnOnce(&Anfitrion) -> T) -> T {
    let anfitrion = LUGAR.with_borrow(|lugar| lugar.as_ref().map(|l| l.anfitrion.clone()));
    anfitrion.map_or(otro, |anfitrion| leer(&anfitrion))
}

fn caja() -> Option<HtmlElement> {
    LUGAR.with_borrow(|lugar| lugar.as_ref().map(|l| l.caja.clone()))
}

/// The shadow root that it lives in, if it does.
fn sombra() -> Option<ShadowRoot> {
    caja()?.get_root_node().dyn_into().ok()
}

/// The element with an id, in this copy's own tree.
pub fn por_id(id: &str) -> Option<Element> {
    match sombra() {
        Some(sombra) => sombra.get_element_by_id(id),
        None => caja()?.owner_document()?.get_element_by_id(id),
    }
}

/// The first element that a selector finds in this copy.
pub fn buscar(selector: &str) -> Option<Element> {
    caja()?.query_selector(selector).ok().flatten()
}

/// What has the focus, in this copy's own tree.
pub fn con_foco() -> Option<Element> {
    match sombra() {
        Some(sombra) => sombra.active_element(),
        None => caja()?.owner_document()?.active_element(),
    }
}

/// Where an event of the window really began: outside of a shadow root it seems to come from the element that has it.
pub fn origen(suceso: &web_sys::Event) -> Option<Element> {
    let camino = suceso.composed_path();
    let primero = (camino.length() > 0).then(|| camino.get(0));
    primero
        .or_else(|| suceso.target().map(JsValue::from))
        .and_then(|e| e.dyn_into().ok())
}

/// The address inside this copy, `#/clave/detalle…`.
pub fn direccion() -> String {
    del_anfitrion(String::new(), Anfitrion::direccion)
}

/// Goes to an address.
pub fn ir(direccion: &str) {
    del_anfitrion((), |a| a.ir(direccion));
}

/// Goes to an address without leaving a way back to this one.
pub fn sustituir(direccion: &str) {
    del_anfitrion((), |a| a.sustituir(direccion));
}

/// Calls back whenever the address changes, for as long as the piece of the page that asks lives.
pub fn al_cambiar_direccion(que: impl FnMut() + 'static) {
    escuchar(que, Anfitrion::al_cambiar);
}

/// Calls back when the portal gives another token.
pub fn al_cambiar_credencial(que: impl FnMut() + 'static) {
    escuchar(que, Anfitrion::al_cambiar_credencial);
}

/// Calls back when the portal wants the navigation bar, or does not want it any more.
pub fn al_cambiar_barra(que: impl FnMut() + 'static) {
    escuchar(que, Anfitrion::al_cambiar_barra);
}

/// Calls back when this copy leaves the portal's page, and when it comes back.
pub fn al_estacionar(que: impl FnMut() + 'static) {
    escuchar(que, Anfitrion::al_estacionar);
}

/// Whether this copy is out of the portal's page, waiting to be put in it again.
pub fn estacionada() -> bool {
    del_anfitrion(false, Anfitrion::estacionada)
}

fn escuchar(que: impl FnMut() + 'static, como: impl FnOnce(&Anfitrion, &Function) -> Function) {
    let oyente = Closure::<dyn FnMut()>::new(que);
    let dejar = del_anfitrion(None, |a| Some(como(a, oyente.as_ref().unchecked_ref())));
    let guardado = leptos::prelude::StoredValue::new_local((oyente, dejar));
    on_cleanup(move || {
        guardado.with_value(|(_, dejar)| {
            if let Some(dejar) = dejar {
                let _ = dejar.call0(&JsValue::NULL);
            }
        });
    });
}

/// Whether the navigation bar is drawn.
pub fn con_barra() -> bool {
    del_anfitrion(true, Anfitrion::barra)
}

/// Whether this is inside somebody else's page.
pub fn incrustado() -> bool {
    del_anfitrion(false, Anfitrion::incrustado)
}

/// Where the server's own page is, when it is of another origin than this one: no session can be opened from here.
pub fn pagina_del_servidor() -> Option<String> {
    let origen = leptos::prelude::window().location().origin().unwrap_or_default();
    let pagina = api().strip_suffix("api/v1/").unwrap_or_default().to_owned();
    (incrustado() && !pagina.starts_with(&[&origen, "/"].concat())).then_some(pagina)
}

/// Where the portal wants people to be: the address that *Inicio* goes to when there is no bar.
pub fn inicio() -> String {
    del_anfitrion(String::new(), Anfitrion::inicio)
}

/// What can be promised without a network here, in words; empty on a page of our own.
pub fn promesa() -> String {
    del_anfitrion(String::new(), Anfitrion::promesa)
}

/// Whether who is working is the portal's word (a token), and not a session of our own.
pub fn con_credencial() -> bool {
    del_anfitrion(false, Anfitrion::con_credencial)
}

/// Issuer and subject of the portal's token, unverified: it only keeps apart what is kept on this computer.
pub fn sujeto() -> String {
    del_anfitrion(String::new(), Anfitrion::sujeto)
}

/// The portal's token; `renovar` asks for another one, because the last was refused.
pub async fn credencial(renovar: bool) -> Option<String> {
    if !con_credencial() {
        return None;
    }
    let promesa = del_anfitrion(None, |a| Some(a.credencial(renovar)))?;
    JsFuture::from(promesa)
        .await
        .ok()?
        .as_string()
        .filter(|t| !t.is_empty())
}

/// Where the interface of the server begins.
pub fn api() -> String {
    del_anfitrion("api/v1/".to_owned(), Anfitrion::api)
}

/// Name of the database of this browser: what was written for one server is not another's.
pub fn base_de_datos() -> String {
    del_anfitrion("ventanilla".to_owned(), Anfitrion::base)
}

/// A key of the tab's store that other copies on the same page do not share.
pub fn clave_de_la_pestana(clave: &str) -> String {
    [clave, &del_anfitrion(String::new(), Anfitrion::clave)].concat()
}

/// Tells the portal that something happened; the detail is JSON text and never what somebody typed.
pub fn avisar(suceso: &str, detalle: &serde_json::Value) {
    del_anfitrion((), |a| a.avisar(suceso, &detalle.to_string()));
}

/// Says which page is in sight.
pub fn titular(titulo: &str) {
    del_anfitrion((), |a| a.titular(titulo));
}

/// Prints what is in sight of this copy, and nothing of the host's.
pub fn imprimir() {
    del_anfitrion((), Anfitrion::imprimir);
}

/// Brings the beginning of this copy into sight.
pub fn subir() {
    del_anfitrion((), Anfitrion::subir);
}

/// Begins again with nothing of what was open in any module.
pub fn reiniciar() {
    del_anfitrion((), Anfitrion::reiniciar);
}

/// What the portal asked to begin: key of the trámite and answers, as JSON. Once.
pub fn tomar_por_empezar() -> Option<String> {
    del_anfitrion(None, Anfitrion::tomar_por_empezar)
}
