import { z } from 'zod';
import { Edicion } from '@/lib/api/modelos/edicion';
import { rutasDe } from '@/lib/api/ruta';
import { ListarEdicionesQuery } from '@/lib/edicion/schemas';

const ruta = rutasDe('inventario');

export const RUTAS_EDICION = [
  ruta({
    metodo: 'GET',
    camino: '/inventario/ediciones',
    resumen: 'Lo que se cambió en muchos productos a la vez, lo último primero',
    entrada: ListarEdicionesQuery,
    salida: z.array(Edicion),
    permisos: ['producto:edicion_masiva'],
    lista: { sinLimite: 30 },
    exporta: true,
    ejemplo: {
      respuesta: [
        {
          id: 4,
          fecha: '2026-03-12T18:05:00.000Z',
          usuario: 'Elena Vargas',
          que: 'Precio +5 %, redondeado a Bs 0,10',
          filas: 38,
          deshace_a: null,
          deshecha: false,
        },
      ],
    },
  }),
];
