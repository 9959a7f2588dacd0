/**
 * What each act of the trail is called, to be read after the person's name. `{que}` is the thing it was done to: a
 * ticket's number, a product's name. A test reads the whole code for acts that are missing here.
 */
export const FRASES: Readonly<Record<string, string>> = {
  'venta.cobrar': 'cobró el ticket {que}',
  'venta.anular': 'anuló el ticket {que}',
  'venta.editar_pago': 'cambió el pago del ticket {que}',
  'caja.crear': 'creó la caja {que}',
  'caja.editar': 'editó la caja {que}',
  'caja.eliminar': 'eliminó la caja {que}',
  'caja.abrir': 'abrió la caja {que}',
  'caja.cerrar': 'cerró la caja {que}',
  'caja.movimiento': 'movió efectivo a mano en la caja {que}',
  'caja.admitir': 'admitió a otra persona en la caja {que}',
  'caja.retirar': 'retiró a otra persona de la caja {que}',
  'caja.abrir_gaveta': 'abrió la gaveta de {que} sin una venta',
  'producto.crear': 'creó el producto {que}',
  'producto.editar': 'editó el producto {que}',
  'producto.eliminar': 'eliminó el producto {que}',
  'producto.ajustar': 'ajustó la existencia de {que}',
  'categoria.crear': 'creó la categoría {que}',
  'categoria.editar': 'editó la categoría {que}',
  'categoria.eliminar': 'eliminó la categoría {que}',
  'importacion.preparar': 'subió el archivo de productos {que}',
  'importacion.confirmar': 'confirmó la importación de {que}',
  'importacion.aplicar': 'importó los productos de {que}',
  'importacion.descartar': 'descartó la importación de {que}',
  'usuario.crear': 'creó el usuario {que}',
  'usuario.editar': 'editó el usuario {que}',
  'usuario.eliminar': 'dio de baja el usuario {que}',
  'usuario.cambiar_clave': 'cambió la contraseña de {que}',
  'persona.crear': 'registró a la persona {que}',
  'persona.editar': 'editó a la persona {que}',
  'persona.eliminar': 'eliminó a la persona {que}',
  'rol.crear': 'creó el rol {que}',
  'rol.editar': 'editó el rol {que}',
  'rol.eliminar': 'eliminó el rol {que}',
  'usuario.poner_pin': 'puso su PIN',
  'usuario.quitar_pin': 'quitó el PIN de {que}',
  'usuario.empezar_segundo_factor': 'empezó a poner su segundo factor',
  'usuario.activar_segundo_factor': 'activó su segundo factor',
  'usuario.codigo_fallido': 'falló el código de su segundo factor',
  'usuario.renovar_codigos': 'renovó sus códigos de respaldo',
  'usuario.desactivar_segundo_factor': 'desactivó su segundo factor',
  'usuario.quitar_segundo_factor': 'quitó el segundo factor de {que}',
  'usuario.pedir_codigo': 'pidió un código para recuperar la contraseña de {que}',
  'usuario.recuperar_clave': 'recuperó su contraseña con un código',
  'usuario.cerrar_ingresos': 'cerró los ingresos de {que}',
  'aprobacion.pedir': 'pidió una aprobación: {que}',
  'aprobacion.aprobar': 'aprobó: {que}',
  'aprobacion.rechazar': 'rechazó: {que}',
  'aprobacion.cancelar': 'retiró su pedido de aprobación: {que}',
  'aprobacion.usar': 'usó una aprobación: {que}',
  'correo.leer_secreto': 'leyó un correo con un código o un enlace de ingreso',
  'correo.reintentar': 'volvió a intentar un correo',
  'usuario.preferir_cierre': 'eligió si recibe los cierres por correo',
  'whatsapp.conectar': 'conectó el WhatsApp de la tienda',
  'whatsapp.desconectar': 'desconectó el WhatsApp de la tienda',
  'whatsapp.enviar': 'mandó un mensaje de WhatsApp',
  'whatsapp.reintentar': 'volvió a mandar un mensaje de WhatsApp',
  'sucursal.crear': 'creó la sucursal {que}',
  'sesion.ingresar': 'ingresó',
  'sesion.ingreso_fallido': 'no pudo ingresar como {que}',
  'sesion.codigo_fallido': 'falló el código al ingresar',
  'sesion.bloquear': 'bloqueó la pantalla',
  'sesion.desbloquear': 'desbloqueó la pantalla',
  'sesion.cambiar': 'entró al mostrador con su PIN',
  'sesion.dejar': 'dejó la pantalla',
  'sesion.cerrar': 'cerró el ingreso de otra persona, o uno propio',
  'sesion.salir': 'salió',
  'sesion.revocar_por_copia': 'perdió su ingreso: se usó dos veces el mismo token',
  'tienda.instalar': 'instaló la tienda {que}',
  'verificacion.discrepancias': 'halló discrepancias en los libros',
  'auditoria.exportar': 'exportó la auditoría',
  'alerta.levantar': 'levantó la alerta {que}',
  'alerta.atender': 'atendió la alerta {que}',
  'demo.iniciada': 'empezó a cargar la demostración',
  'demo.cargada': 'cargó la demostración',
};

/** The names of the groups of acts, by what goes before the point; for filters. */
export const GRUPOS: Readonly<Record<string, string>> = {
  venta: 'Ventas',
  caja: 'Cajas',
  producto: 'Productos',
  categoria: 'Categorías',
  importacion: 'Importaciones',
  usuario: 'Usuarios',
  persona: 'Personas',
  rol: 'Roles',
  aprobacion: 'Aprobaciones',
  sesion: 'Ingresos',
  correo: 'Correos',
  whatsapp: 'WhatsApp',
  sucursal: 'Sucursales',
  auditoria: 'Auditoría',
  alerta: 'Alertas',
};

/** What an act is called, about what it was done to. An act without a sentence is named as it is written. */
export function fraseDe(accion: string, que: string): string {
  const frase = Object.hasOwn(FRASES, accion) ? FRASES[accion] : undefined;
  return (frase ?? `hizo «${accion}» en {que}`).replace('{que}', () => que);
}

/** An act as a filter names it: the sentence without its thing, capitalised. */
export function nombreDeAccion(accion: string): string {
  const frase = fraseDe(accion, '')
    .replace(/\s+(?:de|del|en|como|el|la|los|a)?\s*$/u, '')
    .trim();
  return frase.charAt(0).toUpperCase() + frase.slice(1);
}
