import { PERMISOS } from '@/lib/auth/permisos';
import { TOPES } from '@/lib/auth/topes';
import { formatBs } from '@/lib/money';
import { formatCantidad } from '@/lib/quantity';
import { formatFechaPapel } from '@/lib/time';

/** How a field of the trail is called and what its number counts. */
type Campo = { nombre: string; es?: 'monto' | 'cantidad' | 'porcentaje' };

const monto = (nombre: string): Campo => ({ nombre, es: 'monto' });
const cantidad = (nombre: string): Campo => ({ nombre, es: 'cantidad' });

/** The fields that acts write, by their column name. One that is missing is shown by its own name. */
const CAMPOS: Readonly<Record<string, Campo>> = {
  nombre: { nombre: 'Nombre' },
  name: { nombre: 'Nombre de usuario' },
  email: { nombre: 'Correo' },
  nombres: { nombre: 'Nombres' },
  p_apellido: { nombre: 'Primer apellido' },
  s_apellido: { nombre: 'Segundo apellido' },
  fecha_nacimiento: { nombre: 'Fecha de nacimiento' },
  genero: { nombre: 'Género' },
  descripcion: { nombre: 'Descripción' },
  direccion: { nombre: 'Dirección' },
  telefono: { nombre: 'Teléfono' },
  tienda: { nombre: 'Tienda' },
  folio: { nombre: 'Ticket' },
  copia: { nombre: 'Copia' },
  formato: { nombre: 'Salió por' },
  lineas: { nombre: 'Líneas' },
  ticket: { nombre: 'Ticket sin cobrar' },
  avisada_tarde: { nombre: 'Se avisó después' },
  importe: monto('Importe'),
  motivo: { nombre: 'Motivo' },
  motivo_edicion: { nombre: 'Motivo' },
  nota: { nombre: 'Nota' },
  respuesta: { nombre: 'Respuesta' },
  estado_venta: { nombre: 'Estado del ticket' },
  estado: { nombre: 'Activo' },
  metodo_pago: { nombre: 'Método de pago' },
  pagos: { nombre: 'Pagos' },
  total: monto('Total'),
  monto: monto('Monto'),
  descuento: monto('Descuento'),
  recibido: monto('Recibido'),
  vuelto: monto('Vuelto'),
  saldo: monto('Saldo'),
  monto_inicial: monto('Monto inicial'),
  monto_final_teorico: monto('Debía haber'),
  monto_final_real: monto('Se contó'),
  diferencia: monto('Diferencia'),
  denominaciones: { nombre: 'Billetes y monedas' },
  especialidad: { nombre: 'Qué cobra' },
  redondeo_efectivo: { nombre: 'Redondea el efectivo' },
  codigo_barras: { nombre: 'Código de barras' },
  unidad: { nombre: 'Unidad' },
  ci_nit: { nombre: 'CI o NIT' },
  precio_venta: monto('Precio de venta'),
  costo_compra: monto('Último costo'),
  stock: cantidad('Existencia'),
  stock_actual: cantidad('Existencia'),
  stock_minimo: cantidad('Existencia mínima'),
  cantidad: cantidad('Cantidad'),
  hasta: cantidad('Hasta'),
  ajuste: { nombre: 'Ajuste de existencia' },
  favorito: { nombre: 'Favorito' },
  sku: { nombre: 'SKU' },
  dias_cobertura: { nombre: 'Días de cobertura' },
  tratamiento: { nombre: 'Impuesto' },
  politica_sobreventa: { nombre: 'Sin existencia' },
  precio_sucursal: monto('Precio de la sucursal'),
  stock_minimo_sucursal: cantidad('Existencia mínima de la sucursal'),
  presentacion: { nombre: 'Presentación' },
  factor: cantidad('Lleva'),
  codigo: { nombre: 'Código' },
  codigos: { nombre: 'Códigos' },
  vence: { nombre: 'Vence' },
  lote: { nombre: 'Lote' },
  resolucion: { nombre: 'Qué se hizo' },
  que: { nombre: 'Cambio' },
  cambiados: { nombre: 'Cambiados después' },
  id_padre: { nombre: 'Dentro de' },
  total_productos: { nombre: 'Productos' },
  tipo: { nombre: 'Tipo' },
  existentes: { nombre: 'Los que ya están' },
  archivo: { nombre: 'Archivo' },
  filas: { nombre: 'Filas' },
  canal: { nombre: 'Por dónde' },
  nivel: { nombre: 'Cómo ingresó' },
  permisos: { nombre: 'Permisos' },
  solo_propias: { nombre: 'Solo en las sucursales propias' },
  topes: { nombre: 'Límites' },
  sucursales: { nombre: 'Sucursales' },
  id_usuario: { nombre: 'Persona' },
  id_responsable: { nombre: 'Responsable' },
  id_caja: { nombre: 'Caja' },
  id_sesion_caja: { nombre: 'Sesión de caja' },
  id_sucursal: { nombre: 'Sucursal' },
  id_categoria: { nombre: 'Categoría' },
  id_producto: { nombre: 'Producto' },
  id_rol: { nombre: 'Rol' },
  id_role: { nombre: 'Rol' },
  id_aprobacion: { nombre: 'Aprobación' },
  aprobada_por: { nombre: 'Aprobó' },
  discrepancias: { nombre: 'Discrepancias' },
};

/** Acts whose `antes` and `despues` are what clients see: bolivianos and units, not centavos and thousandths. */
const EN_BOLIVIANOS = new Set(['caja.crear', 'caja.movimiento', 'producto.eliminar']);

const VALORES: Readonly<Record<string, string>> = {
  COMPLETADA: 'Completada',
  ANULADA: 'Anulada',
  EDITADA: 'Corregida',
  EFECTIVO: 'efectivo',
  QR: 'QR',
  TRANSFERENCIA: 'transferencia',
  INGRESO: 'Ingreso',
  EGRESO: 'Egreso',
  SOLO_VENTAS: 'Solo ventas',
  SOLO_AGENTES: 'Solo agentes',
  MIXTA: 'Mixta',
  ROLLO: 'Impresora del sistema',
  TERMICA: 'Impresora térmica',
  A4: 'PDF A4',
  GRAVADO: 'gravado',
  EXENTO: 'exento',
  TASA_CERO: 'tasa cero',
  RECHAZAR: 'no se vende',
  AVISAR: 'se avisa y se vende',
  VENDIDO: 'se vendió',
  RETIRADO: 'se retiró',
  ERROR: 'estaba mal anotado',
  navegador: 'navegador',
  api: 'API',
  pin: 'PIN',
};

const INSTANTE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

/** `precioVenta` and `precio_venta` are the same field. */
export function columnaDe(clave: string): string {
  return clave.replace(/[A-Z]/g, (letra) => `_${letra.toLowerCase()}`);
}

/** How a field is called on screen. */
export function nombreDeCampo(columna: string): string {
  const campo = Object.hasOwn(CAMPOS, columna) ? CAMPOS[columna] : undefined;
  if (campo) return campo.nombre;
  const texto = columna.replace(/^id_/, '').replaceAll('_', ' ');
  return texto.charAt(0).toUpperCase() + texto.slice(1);
}

/** A value of the trail as a person reads it; `null` when there is none. Never throws, whatever was written. */
export function enPalabras(accion: string, columna: string, valor: unknown): string | null {
  if (valor === null || valor === undefined || valor === '') return null;
  if (typeof valor === 'boolean') return valor ? 'Sí' : 'No';
  if (typeof valor === 'number') return numero(accion, columna, valor);
  if (typeof valor === 'string') return texto(columna, valor);
  if (columna === 'topes') return topes(valor as Record<string, unknown>);
  if (columna === 'denominaciones') return piezas(valor as Record<string, unknown>);
  if (Array.isArray(valor)) return valor.map((v) => enPalabras(accion, columna, v) ?? '—').join(', ') || null;
  const partes = Object.entries(valor).map(([clave, v]) => {
    const dentro = columnaDe(clave);
    const dicho = enPalabras(accion, dentro, v);
    return dicho === null ? null : `${nombreDeCampo(dentro)}: ${dicho}`;
  });
  return partes.filter((p) => p !== null).join(' · ') || null;
}

function numero(accion: string, columna: string, valor: number): string {
  const es = Object.hasOwn(CAMPOS, columna) ? CAMPOS[columna]?.es : undefined;
  const entero = EN_BOLIVIANOS.has(accion) ? 1 : 0;
  if (es === 'monto') return formatBs(entero ? Math.round(valor * 100) : valor);
  if (es === 'cantidad') return formatCantidad(entero ? Math.round(valor * 1000) : valor);
  return String(valor);
}

function texto(columna: string, valor: string): string {
  if (INSTANTE.test(valor) && !Number.isNaN(Date.parse(valor))) return formatFechaPapel(valor);
  if (Object.hasOwn(PERMISOS, valor)) return PERMISOS[valor as keyof typeof PERMISOS];
  if (columna === 'motivo' || columna === 'nombre' || columna === 'nota') return valor;
  return Object.hasOwn(VALORES, valor) ? (VALORES[valor] ?? valor) : valor;
}

function piezas(conteo: Record<string, unknown>): string | null {
  const filas = Object.entries(conteo).filter(([, n]) => typeof n === 'number' && n > 0);
  filas.sort(([a], [b]) => Number(b) - Number(a));
  return filas.map(([valor, n]) => `${n} × ${formatBs(Number(valor))}`).join(', ') || null;
}

/** The caps of a role, each in its unit: "Aplicar descuentos: 10 %". */
function topes(de: Record<string, unknown>): string | null {
  const filas = Object.entries(de).flatMap(([permiso, cuanto]) => {
    if (!Object.hasOwn(TOPES, permiso) || typeof cuanto !== 'number') return [];
    const clave = permiso as keyof typeof TOPES;
    return [`${TOPES[clave].frase}: ${TOPES[clave].unidad === 'centavos' ? formatBs(cuanto) : `${cuanto} %`}`];
  });
  return filas.join(' · ') || null;
}
