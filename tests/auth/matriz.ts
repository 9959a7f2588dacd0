import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Permiso } from '@/lib/auth/permisos';

/** Any of these rights opens it; none: being signed in. `publica`: nobody needs to be signed in. */
type Declaracion = { permisos: readonly Permiso[]; raw?: Record<string, unknown> } | 'publica';

const NADIE = 2_147_483_647;
const SID = '00000000-0000-4000-8000-000000000000';

const de = (...permisos: Permiso[]): Declaracion => ({ permisos });
const con = (raw: Record<string, unknown>, ...permisos: Permiso[]): Declaracion => ({ permisos, raw });

/** Every server action, by file and name, and what opens it; with an input when the input decides. */
export const ACCIONES: Readonly<Record<string, Declaracion>> = {
  'auth ingresarAction': 'publica',
  'auth salirAction': 'publica',
  'instalacion instalarAction': 'publica',
  'alerta atenderAlertaAction': de('auditoria:ver'),
  'caja crearCajaAction': de('caja:administrar'),
  'caja editarCajaAction': de('caja:administrar'),
  'caja eliminarCajaAction': de('caja:administrar'),
  'motivo crearMotivoAction': de('caja:administrar'),
  'motivo editarMotivoAction': de('caja:administrar'),
  'motivo eliminarMotivoAction': de('caja:administrar'),
  'cliente crearClienteAction': de('cliente:crear'),
  'cliente editarClienteAction': de('cliente:editar'),
  'cliente eliminarClienteAction': de('cliente:editar'),
  'mostrador resolverIncidenciaAction': de('incidencia:resolver'),
  'mostrador revocarDispositivoAction': de('dispositivo:administrar'),
  'mostrador nombrarDispositivoAction': de('dispositivo:administrar'),
  'correo preferirCierreAction': de('correo:ver'),
  'producto crearProductoAction': de('producto:editar'),
  'producto editarProductoAction': de('producto:editar'),
  'producto ajustarStockAction': de('producto:ajustar'),
  'producto eliminarProductoAction': de('producto:editar'),
  'producto crearCategoriaAction': de('producto:editar'),
  'producto editarCategoriaAction': de('producto:editar'),
  'producto eliminarCategoriaAction': de('producto:editar'),
  'presentacion agregarCodigoAction': de('producto:editar'),
  'presentacion quitarCodigoAction': de('producto:editar'),
  'presentacion crearPresentacionAction': de('producto:editar'),
  'presentacion editarPresentacionAction': de('producto:editar'),
  'presentacion eliminarPresentacionAction': de('producto:editar'),
  'presentacion ponerPrecioAction': de('producto:editar'),
  'reposicion ponerReposicionAction': de('producto:editar'),
  'reposicion anotarVencimientoAction': de('producto:editar'),
  'reposicion resolverVencimientoAction': de('producto:editar'),
  'etiqueta generarCodigosAction': de('producto:editar'),
  'edicion verEdicionAction': de('producto:edicion_masiva'),
  'edicion aplicarEdicionAction': de('producto:edicion_masiva'),
  'edicion deshacerEdicionAction': de('producto:edicion_masiva'),
  'producto confirmarImportacionAction': de('producto:importar'),
  'producto descartarImportacionAction': de('producto:importar'),
  'producto elegirColumnasAction': de('producto:importar'),
  'producto deshacerImportacionAction': de('producto:importar', 'producto:editar'),
  'inventario registrarEntradaAction': de('inventario:entrada'),
  'inventario registrarSalidaAction': de('inventario:salida'),
  'inventario anularDocumentoAction': de('inventario:ver'),
  'inventario abrirConteoAction': de('inventario:contar'),
  'inventario contarProductoAction': de('inventario:contar'),
  'inventario aplicarConteoAction': de('producto:ajustar'),
  'inventario cancelarConteoAction': de('inventario:contar'),
  'inventario solicitarTransferenciaAction': de('inventario:transferir'),
  'inventario enviarTransferenciaAction': de('inventario:transferir'),
  'inventario recibirTransferenciaAction': de('inventario:transferir'),
  'inventario cancelarTransferenciaAction': de('inventario:transferir'),
  'inventario atenderAlertaStockAction': de('inventario:ver'),
  'sucursal crearSucursalAction': de('sucursal:administrar'),
  'sucursal editarSucursalAction': de('sucursal:administrar'),
  'sucursal eliminarSucursalAction': de('sucursal:administrar'),
  'usuario registrarUsuarioAction': de('usuario:crear'),
  'usuario editarUsuarioAction': de('usuario:editar'),
  'usuario eliminarUsuarioAction': de('usuario:editar'),
  'usuario editarPersonaAction': de('usuario:editar'),
  'usuario cambiarClaveAction': de(),
  'usuario cerrarSesionAccesoAction': con({ id: NADIE, sid: SID }, 'usuario:editar'),
  'usuario cerrarSesionesAccesoAction': de('usuario:editar'),
  'rol crearRolAction': de('rol:administrar'),
  'rol editarRolAction': de('rol:administrar'),
  'rol eliminarRolAction': de('rol:administrar'),
  'venta configurarBalanzaAction': de('venta:configurar'),
  'venta anularVentaAction': de('venta:anular'),
  'venta editarPagoVentaAction': de('venta:editar_pago'),
  'venta mandarReciboAction': de('whatsapp:enviar'),
  'whatsapp conectarWhatsappAction': de('whatsapp:conectar'),
  'whatsapp desconectarWhatsappAction': de('whatsapp:conectar'),
  'whatsapp enviarTextoAction': de('whatsapp:enviar'),
  'whatsapp reintentarMensajeAction': de('whatsapp:enviar'),
};

/** The input of an action whose declaration brings none: a row that is not there, so that nothing is done. */
export const NADA = { id: NADIE };

/** Pages that being signed in opens, and those before it. What is in neither has its right in `lib/auth/route-table.ts`. */
export const PAGINAS_DE_CUALQUIERA = ['/perfil', '/impresora', '/cambiar-clave', '/bloqueada', '/segundo-factor'];
/** The way in. */
export const PAGINAS_PUBLICAS = ['/', '/ingresar', '/instalar', '/recuperar', '/sin-red'];

const archivosDe = (base: string, nombre: string) =>
  readdirSync(base, { recursive: true, encoding: 'utf8' }).filter((a) => path.basename(a) === nombre);

/** The server actions of a tree: what its `actions.ts` files export, as `room name`. */
export function accionesDe(base: string): string[] {
  return archivosDe(base, 'actions.ts').flatMap((archivo) => {
    const texto = readFileSync(path.join(base, archivo), 'utf8');
    const nombres = [...texto.matchAll(/^export (?:const|(?:async )?function|let|var) (\w+)/gm)];
    return nombres.map(([, nombre]) => `${path.dirname(archivo)} ${nombre}`);
  });
}

/** The pages of a tree, by their address. */
export function paginasDe(base: string): string[] {
  return archivosDe(base, 'page.tsx').map((a) => `/${a.replace(/\(\w+\)\//g, '').replace(/\/?page\.tsx$/, '')}`);
}

/** The doors that nobody declared, and the declarations of no door. */
export function desajuste(puertas: readonly string[], declaradas: readonly string[]) {
  return {
    sinDeclarar: puertas.filter((p) => !declaradas.includes(p)),
    sinPuerta: declaradas.filter((d) => !puertas.includes(d)),
  };
}
