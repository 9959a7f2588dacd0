import { z } from 'zod';
import { Caja, CajaConSesiones } from '@/lib/api/modelos/caja';
import { rutasDe } from '@/lib/api/ruta';
import { CrearCajaInput, EditarCajaInput, IdInput, ListarCajasInput } from '@/lib/caja/schemas';
import { CAJA, SESION } from './ejemplos';

const ruta = rutasDe('cajas');
const ver = ['caja:abrir', 'caja:ver'] as const;
const CERRADA = { ...CAJA, saldo: 0, sesion_abierta: null };

export const RUTAS_CAJA = [
  ruta({
    metodo: 'GET',
    camino: '/cajas',
    resumen: 'Las cajas, por nombre',
    descripcion: 'Las de la sucursal del pedido; `id_sucursal` nombra otra, o `todas`.',
    entrada: ListarCajasInput,
    salida: z.array(Caja),
    permisos: ver,
    lista: { sinLimite: 'todo', total: 'siempre' },
    exporta: true,
    ejemplo: { respuesta: [CAJA] },
  }),
  ruta({
    metodo: 'POST',
    camino: '/cajas',
    resumen: 'Crear una caja',
    descripcion: '`saldo` es el efectivo que ya está en la gaveta.',
    entrada: CrearCajaInput,
    salida: Caja,
    estado: 201,
    permisos: ['caja:administrar'],
    idempotente: true,
    conflictos: ['nombre_repetido', 'persona_no_asignable'],
    ejemplo: {
      pedido: { nombre: 'Caja 1', especialidad: 'SOLO_VENTAS', saldo: 200 },
      respuesta: { ...CERRADA, saldo: 200 },
    },
  }),
  ruta({
    metodo: 'GET',
    camino: '/cajas/{id}',
    resumen: 'Una caja con sus sesiones',
    entrada: IdInput,
    salida: CajaConSesiones,
    permisos: ver,
    ejemplo: { pedido: { id: 1 }, respuesta: { ...CAJA, sesiones: [SESION] } },
  }),
  ruta({
    metodo: 'PATCH',
    camino: '/cajas/{id}',
    resumen: 'Editar una caja',
    descripcion:
      'La especialidad solo cambia con la caja cerrada. `saldo` se acepta y se ignora: el efectivo solo se mueve por el libro.',
    entrada: EditarCajaInput,
    salida: Caja,
    permisos: ['caja:administrar'],
    conflictos: ['nombre_repetido', 'caja_abierta', 'persona_no_asignable'],
    ejemplo: { pedido: { id: 1, nombre: 'Caja principal' }, respuesta: { ...CAJA, nombre: 'Caja principal' } },
  }),
  ruta({
    metodo: 'DELETE',
    camino: '/cajas/{id}',
    resumen: 'Eliminar una caja',
    descripcion: 'Solo cerrada y con la gaveta vacía. Su historia se conserva.',
    entrada: IdInput,
    salida: Caja,
    permisos: ['caja:administrar'],
    conflictos: ['caja_abierta', 'caja_con_dinero'],
    ejemplo: { pedido: { id: 1 }, respuesta: { ...CERRADA, estado: false } },
  }),
];
