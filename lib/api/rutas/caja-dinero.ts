import { z } from 'zod';
import { Archivo, CajaFuerte, MotivoCaja, TraspasoCaja } from '@/lib/api/modelos/caja-dinero';
import { rutasDe } from '@/lib/api/ruta';
import { SinDatos } from '@/lib/auth/input';
import { FOTO_MAXIMA } from '@/lib/caja/rules';
import { IdInput, SubirFotoInput } from '@/lib/caja/schemas';
import {
  CrearMotivoInput,
  EditarMotivoInput,
  IdMotivoInput,
  ListarMotivosInput,
  type MotivoDto,
} from '@/lib/motivo/schemas';
import { IdTraspasoInput, ListarTraspasosInput, TraspasarInput, type TraspasoDto } from '@/lib/traspaso/schemas';

const ruta = rutasDe('cajas');
const mover = ['caja:mover'] as const;
const administrar = ['caja:administrar'] as const;
const comunes = {
  estado: true,
  id_user_create: 1,
  id_user_update: null,
  created_at: '2026-11-20T12:30:00.000Z',
  updated_at: '2026-11-20T12:30:00.000Z',
};
const MOTIVO: MotivoDto = {
  id: 9,
  tipo: 'EGRESO',
  nombre: 'Transporte y pasajes',
  del_dueno: false,
  general: false,
  pide_detalle: false,
  ...comunes,
};
const TRASPASO: TraspasoDto = {
  id: 3,
  origen: 'GAVETA',
  destino: 'CAJA_FUERTE',
  monto: 500,
  nota: 'Bolsa 12',
  fecha: '2026-11-20T19:00:00.000Z',
  id_sucursal: 1,
  id_sesion_caja: 18,
  caja: 'Caja 1',
  usuario: 'Rosa Mamani',
  con_foto: false,
  aprobaciones: [],
  ...comunes,
};
const FOTO = { tipo: 'image/webp', descripcion: 'La foto, en WebP.' };
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

/** Why cash comes in or goes out by hand, its slips, and where it is put. */
export const RUTAS_DINERO = [
  ruta({
    metodo: 'GET',
    camino: '/cajas/motivos',
    resumen: 'Los motivos de ingreso y de egreso',
    entrada: ListarMotivosInput,
    salida: z.array(MotivoCaja),
    permisos: ['caja:administrar', 'caja:mover'],
    ejemplo: { pedido: { tipo: 'EGRESO' }, respuesta: [MOTIVO] },
  }),
  ruta({
    metodo: 'POST',
    camino: '/cajas/motivos',
    resumen: 'Crear un motivo',
    descripcion: 'Cada motivo es una cuenta del libro, una por sucursal.',
    entrada: CrearMotivoInput,
    salida: MotivoCaja,
    estado: 201,
    permisos: administrar,
    idempotente: true,
    conflictos: ['nombre_repetido'],
    ejemplo: { pedido: { tipo: 'EGRESO', nombre: 'Transporte y pasajes' }, respuesta: MOTIVO },
  }),
  ruta({
    metodo: 'PATCH',
    camino: '/cajas/motivos/{id}',
    resumen: 'Editar un motivo',
    descripcion: 'Lo ya registrado conserva lo que decía.',
    entrada: EditarMotivoInput,
    salida: MotivoCaja,
    permisos: administrar,
    conflictos: ['nombre_repetido'],
    ejemplo: { pedido: { id: 9, nombre: 'Transporte' }, respuesta: { ...MOTIVO, nombre: 'Transporte' } },
  }),
  ruta({
    metodo: 'DELETE',
    camino: '/cajas/motivos/{id}',
    resumen: 'Quitar un motivo',
    descripcion: 'Deja de ofrecerse; lo ya registrado lo conserva. El general no se quita.',
    entrada: IdMotivoInput,
    salida: MotivoCaja,
    permisos: administrar,
    conflictos: ['motivo_general'],
    ejemplo: { pedido: { id: 9 }, respuesta: { ...MOTIVO, estado: false } },
  }),
  ruta({
    metodo: 'POST',
    camino: '/cajas/movimiento/foto',
    resumen: 'Subir la foto de un comprobante',
    descripcion:
      'JPG, PNG o WebP, hasta 5 MB, reconocida por su contenido. Se rehace sin datos ocultos, y su `id` se nombra en `id_archivo` de un movimiento o un traspaso; si ninguno la usa en un día, se borra.',
    entrada: SubirFotoInput,
    cuerpo: 'archivo',
    limiteBytes: FOTO_MAXIMA,
    salida: Archivo,
    estado: 201,
    permisos: mover,
    ejemplo: {
      pedido: { archivo: { nombre: 'recibo.png', tipo: 'image/png', bytes: new Uint8Array(PIXEL) } },
      respuesta: { id: 41, ancho: 1200, alto: 1600, bytes: 184320 },
    },
  }),
  ruta({
    metodo: 'GET',
    camino: '/cajas/movimiento/{id}/foto',
    resumen: 'La foto de un movimiento',
    entrada: IdInput,
    salida: FOTO,
    permisos: [],
    ejemplo: { pedido: { id: 5 }, respuesta: '' },
  }),
  ruta({
    metodo: 'POST',
    camino: '/cajas/traspaso',
    resumen: 'Pasar efectivo entre la gaveta, la caja fuerte y el banco',
    descripcion:
      'No es un ingreso ni un gasto. Con la gaveta, `id_sesion_caja` dice de qué caja abierta; entre la caja fuerte y el banco no va. Sacar de la caja fuerte, o llevar al banco más que el límite, espera la aprobación de un superior.',
    entrada: TraspasarInput,
    salida: TraspasoCaja,
    estado: 201,
    permisos: mover,
    idempotente: true,
    conflictos: ['saldo_insuficiente', 'sesion_cerrada', 'sesion_contando', 'archivo_no_disponible'],
    ejemplo: {
      pedido: { origen: 'GAVETA', destino: 'CAJA_FUERTE', monto: 500, nota: 'Bolsa 12', id_sesion_caja: 18 },
      respuesta: TRASPASO,
    },
  }),
  ruta({
    metodo: 'GET',
    camino: '/cajas/traspasos',
    resumen: 'Los traspasos, los más nuevos primero',
    descripcion: 'Con `caja:ver_fuerte`, todos los de la sucursal; si no, los de las propias cajas.',
    entrada: ListarTraspasosInput,
    salida: z.array(TraspasoCaja),
    permisos: ['caja:mover', 'caja:ver_fuerte', 'caja:ver'],
    lista: { sinLimite: 'todo' },
    exporta: true,
    ejemplo: { respuesta: [TRASPASO] },
  }),
  ruta({
    metodo: 'GET',
    camino: '/cajas/traspaso/{id}/foto',
    resumen: 'La foto de un traspaso',
    entrada: IdTraspasoInput,
    salida: FOTO,
    permisos: ['caja:mover', 'caja:ver_fuerte', 'caja:ver'],
    ejemplo: { pedido: { id: 3 }, respuesta: '' },
  }),
  ruta({
    metodo: 'GET',
    camino: '/cajas/caja-fuerte',
    resumen: 'Cuánto hay en cada caja fuerte',
    entrada: SinDatos,
    salida: z.array(CajaFuerte),
    permisos: ['caja:ver_fuerte'],
    ejemplo: { respuesta: [{ id_sucursal: 1, sucursal: 'Miraflores', saldo: 3200 }] },
  }),
];
