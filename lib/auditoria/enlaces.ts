/** Where each thing of the trail has its page. What is not here has none. */
const PAGINAS: Readonly<Record<string, string>> = {
  venta: '/ventas/',
  producto: '/productos/',
  importacion: '/productos/importar/',
  caja: '/cajas/',
  sesion_caja: '/cajas/sesion/',
  cliente: '/clientes/',
  usuario: '/usuarios/',
  rol: '/roles/',
  correo: '/correos/',
  alerta: '/auditoria/alertas/',
  documento_stock: '/inventario/documentos/',
  conteo: '/inventario/conteos/',
  transferencia: '/inventario/transferencias/',
  sucursal: '/sucursales/',
};

const ID = /^[1-9]\d{0,9}$/;

/** The page of a thing, inside this product; `null` when it has none. Only a number ever enters the address. */
export function enlaceDe(entidad: string, id: string): string | null {
  const pagina = Object.hasOwn(PAGINAS, entidad) ? PAGINAS[entidad] : undefined;
  return pagina && ID.test(id) ? `${pagina}${id}` : null;
}

/** What the documents of the kardex are called, and whose page they open. */
const DOCUMENTOS: Readonly<Record<string, readonly [nombre: string, entidad: string]>> = {
  venta: ['Venta', 'venta'],
  anulacion_venta: ['Anulación de la venta', 'venta'],
  ajuste: ['Ajuste', 'producto'],
  ajuste_stock: ['Ajuste', 'producto'],
  stock_inicial: ['Stock inicial', ''],
  anulacion_stock_inicial: ['Anulación del stock inicial', ''],
  documento_stock: ['Documento', 'documento_stock'],
  conteo: ['Conteo', 'conteo'],
  transferencia: ['Envío de la transferencia', 'transferencia'],
  recepcion_transferencia: ['Recepción de transferencia', ''],
};

/** A document of the kardex in words, with its page. `folio` is its own number when it has one. */
export function documentoDe(
  tipo: string,
  id: number,
  folio: string | null,
): { documento: string; enlace: string | null } {
  const [nombre, entidad] = (Object.hasOwn(DOCUMENTOS, tipo) ? DOCUMENTOS[tipo] : undefined) ?? [
    tipo.replaceAll('_', ' '),
    '',
  ];
  const numero = folio ?? (entidad === '' || entidad === 'producto' ? '' : `n.º ${id}`);
  return {
    documento: `${nombre} ${numero}`.trim(),
    enlace: entidad === 'producto' ? null : enlaceDe(entidad, String(id)),
  };
}
