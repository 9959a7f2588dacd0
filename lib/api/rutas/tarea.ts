import { z } from 'zod';
import { Tarea } from '@/lib/api/modelos/cierre';
import { rutasDe } from '@/lib/api/ruta';
import { ListarTareasInput, ResolverTareaInput } from '@/lib/tarea/schemas';
import { TAREA } from './cierre';

const ruta = rutasDe('tareas');

export const RUTAS_TAREA = [
  ruta({
    metodo: 'GET',
    camino: '/tareas',
    resumen: 'Las tareas pendientes y las resueltas',
    descripcion:
      'Lo que no cuadra y no detuvo a nadie. Las más nuevas primero; en todas las sucursales para quien trabaja en todas.',
    entrada: ListarTareasInput,
    salida: z.array(Tarea),
    permisos: ['tarea:ver'],
    lista: { sinLimite: 50, total: 'siempre' },
    exporta: true,
    ejemplo: { pedido: { estado: 'PENDIENTE' }, respuesta: [TAREA] },
  }),
  ruta({
    metodo: 'POST',
    camino: '/tareas/{id}/resolver',
    resumen: 'Decir qué pasó con una tarea',
    entrada: ResolverTareaInput,
    salida: Tarea,
    permisos: ['tarea:resolver'],
    conflictos: ['tarea_resuelta'],
    ejemplo: {
      pedido: { id: 7, resolucion: 'Era un retiro sin registrar: ya se registró' },
      respuesta: {
        ...TAREA,
        estado: 'RESUELTA',
        resuelta_por: 'Carlos Vargas',
        resuelta_en: '2026-11-21T12:30:00.000Z',
        resolucion: 'Era un retiro sin registrar: ya se registró',
      },
    },
  }),
];
