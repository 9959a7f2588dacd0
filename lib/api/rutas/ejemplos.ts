import type { CajaDto, MovimientoCajaDto, SesionCajaDto } from '@/lib/caja/schemas-respuestas';
import type { CategoriaDto, ProductoDto } from '@/lib/producto/schemas';
import type { ImportacionDto } from '@/lib/producto/schemas-importacion';
import type { RolDto } from '@/lib/rol/schemas';
import type { SesionAccesoDto, UsuarioDto } from '@/lib/usuario/schemas';

/** Answers of a small shop, for the examples of the document. Parsed by the contract tests. */

const comunes = {
  estado: true,
  id_user_create: 1,
  id_user_update: null,
  created_at: '2026-11-20T12:30:00.000Z',
  updated_at: '2026-11-20T12:30:00.000Z',
};

const parte = (objeto: object) => Buffer.from(JSON.stringify(objeto)).toString('base64url');

/** Has the shape of a token and opens nothing. */
export const JWT_DE_MUESTRA = `${parte({ alg: 'HS256', typ: 'JWT' })}.${parte({ sub: '4' })}.firma-de-muestra`;

export const ROLE = { id: 2, nombre: 'Operador', descripcion: 'Atiende el mostrador' };

export const ROL: RolDto = {
  id: 101,
  nombre: 'Cajera con descuento',
  descripcion: 'Atiende el mostrador y descuenta hasta 15 %',
  de_fabrica: false,
  permisos: ['caja:abrir', 'caja:mover', 'producto:ver', 'venta:cobrar', 'venta:descuento', 'venta:ver'],
  solo_propias: ['venta:ver'],
  topes: { 'venta:descuento': 15, 'caja:mover': 200 },
  personas: 2,
  ...comunes,
};

export const SESION_ACCESO: SesionAccesoDto = {
  sid: '5b0c7a52-6a0e-4d27-9a3f-0f6f4c1d2e3b',
  canal: 'navegador',
  nivel: 'clave',
  dispositivo: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/142.0.0.0',
  ip: '192.168.0.14',
  creada_en: '2026-11-20T12:30:00.000Z',
  vista_en: '2026-11-20T15:10:00.000Z',
  expira_en: '2026-11-21T00:30:00.000Z',
  bloqueada: false,
  actual: true,
};

export const USUARIO: UsuarioDto = {
  id: 4,
  name: 'Rosa Mamani',
  email: 'operador@kantuta.bo',
  id_sucursal: 1,
  sucursales: [],
  debe_cambiar_clave: false,
  persona: {
    id: 4,
    nombres: 'Rosa',
    p_apellido: 'Mamani',
    s_apellido: null,
    fecha_nacimiento: '1994-08-06',
    genero: 'F',
    ...comunes,
  },
  role: ROLE,
  ...comunes,
};

export const CATEGORIA: CategoriaDto = { id: 3, nombre: 'Lácteos', id_padre: null, total_productos: 12, ...comunes };

export const PRODUCTO: ProductoDto = {
  id: 27,
  nombre: 'Leche PIL 1 L',
  codigo_barras: '7771234567898',
  unidad: 'unidad',
  sku: 'LAC-001',
  imagen: '/api/inventario/producto/27/imagen?v=4',
  precio_venta: 7.5,
  precio_base: 7.5,
  costo_compra: 6.2,
  costo_promedio: 6.15,
  stock_actual: 48,
  stock_minimo: 12,
  stock_minimo_base: 12,
  dias_cobertura: 7,
  tratamiento: 'GRAVADO',
  politica_sobreventa: 'RECHAZAR',
  favorito: true,
  categoria: { id: 3, nombre: 'Lácteos' },
  ...comunes,
};

export const CAJA: CajaDto = {
  id: 1,
  nombre: 'Caja 1',
  especialidad: 'SOLO_VENTAS',
  saldo: 200,
  id_sucursal: 1,
  sucursal: 'Miraflores',
  egreso_maximo: null,
  diferencia_maxima: 20,
  denominaciones: [200, 100, 50, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1],
  personas: [],
  sesion_abierta: {
    id: 18,
    id_usuario: 4,
    cajero: 'Rosa Mamani',
    fecha_apertura: '2026-11-20T12:30:00.000Z',
    contando_desde: null,
  },
  ...comunes,
};

export const SESION: SesionCajaDto = {
  id: 18,
  monto_inicial: 200,
  diferencia_apertura: 0,
  monto_final_teorico: 200,
  monto_final_real: null,
  diferencia: null,
  denominaciones: null,
  estado_sesion: 'ABIERTA',
  fecha_apertura: '2026-11-20T12:30:00.000Z',
  fecha_cierre: null,
  fecha_negocio: '2026-11-20',
  motivo_apertura: null,
  contando_desde: null,
  contando_por: null,
  id_sesion_relevada: null,
  id_caja: 1,
  caja: CAJA,
  id_usuario: 4,
  cajero: 'Rosa Mamani',
  ...comunes,
};

export const MOVIMIENTO: MovimientoCajaDto = {
  id: 5,
  tipo: 'EGRESO',
  monto: 25.5,
  motivo: 'Compra de bolsas',
  id_motivo: 5,
  motivo_de_lista: 'Otro gasto',
  con_foto: false,
  fecha: '2026-11-20T15:10:00.000Z',
  id_sesion_caja: 18,
  usuario: 'Rosa Mamani',
  aprobaciones: [],
  ...comunes,
};

export const IMPORTACION: ImportacionDto = {
  id: 2,
  archivo: 'productos.csv',
  situacion: 'REVISADA',
  filas: 1,
  filas_malas: 0,
  filas_hechas: 0,
  resumen: {
    codificacion: 'UTF-8',
    separador: 'coma',
    encabezado: ['nombre', 'categoria', 'precio'],
    muestra: [['Leche PIL 1 L', 'Lácteos', '7.50']],
    con_encabezado: true,
    aceptar_digitos: false,
    posiciones: { nombre: 0, categoria: 1, precio_venta: 2 },
    columnas: { nombre: 'nombre', categoria: 'categoria', precio_venta: 'precio' },
    columnas_ignoradas: [],
    categorias_nuevas: ['Lácteos'],
    nuevas: 1,
    existentes: 0,
    avisos: 0,
    digitos_malos: 0,
    valor_stock: 0,
  },
  falla: null,
  id_sucursal: 1,
  terminada_en: null,
  ...comunes,
};
