import { z } from 'zod';
import { Importacion, ImportacionFila } from '@/lib/api/modelos/importacion';
import { rutasDe } from '@/lib/api/ruta';
import { PlantillaInput } from '@/lib/producto/importacion/plantilla';
import {
  ConfirmarImportacionInput,
  ListarFilasQuery,
  ListarImportacionesQuery,
  PorIdInput,
  PrepararImportacionInput,
} from '@/lib/producto/schemas';
import { IMPORTACION } from './ejemplos';

const ruta = rutasDe('inventario');
const camino = '/inventario/importaciones';
const permisos = ['producto:importar'] as const;
const CSV = 'nombre,categoria,precio\nLeche PIL 1 L,Lácteos,7.50\n';

export const RUTAS_IMPORTACION = [
  ruta({
    metodo: 'GET',
    camino,
    resumen: 'Las importaciones de la sucursal, las más nuevas primero',
    entrada: ListarImportacionesQuery,
    salida: z.array(Importacion),
    permisos,
    lista: { sinLimite: 20 },
    ejemplo: { respuesta: [IMPORTACION] },
  }),
  ruta({
    metodo: 'POST',
    camino,
    resumen: 'Subir un archivo de productos',
    descripcion:
      'El libro de Excel o el CSV, solo o en un formulario, hasta 16 MB y 50 000 filas. Se revisa fila por fila y espera: nada entra al catálogo hasta confirmarlo.',
    entrada: PrepararImportacionInput,
    cuerpo: 'archivo',
    limiteBytes: 16 * 1_048_576,
    salida: Importacion,
    estado: 201,
    permisos,
    ejemplo: {
      pedido: {
        archivo: { nombre: 'productos.csv', tipo: 'text/csv', bytes: new TextEncoder().encode(CSV) },
        nombre: 'productos.csv',
      },
      respuesta: IMPORTACION,
    },
  }),
  ruta({
    metodo: 'GET',
    camino: `${camino}/plantilla`,
    resumen: 'Un archivo para llenar',
    descripcion: 'Las columnas que se leen, con dos filas de ejemplo.',
    entrada: PlantillaInput,
    salida: { tipo: 'text/csv', descripcion: 'El CSV.' },
    permisos,
    ejemplo: { respuesta: 'codigo_barras;nombre;categoria;precio_venta' },
  }),
  ruta({
    metodo: 'GET',
    camino: `${camino}/{id}`,
    resumen: 'Una importación, con su avance',
    entrada: PorIdInput,
    salida: Importacion,
    permisos,
    ejemplo: { pedido: { id: 2 }, respuesta: IMPORTACION },
  }),
  ruta({
    metodo: 'DELETE',
    camino: `${camino}/{id}`,
    resumen: 'Descartar una importación',
    descripcion: 'Solo mientras no se confirmó. Descartar dos veces responde lo mismo.',
    entrada: PorIdInput,
    salida: Importacion,
    permisos,
    conflictos: ['importacion_cerrada'],
    ejemplo: { pedido: { id: 2 }, respuesta: { ...IMPORTACION, situacion: 'DESCARTADA' } },
  }),
  ruta({
    metodo: 'POST',
    camino: `${camino}/{id}/confirmar`,
    resumen: 'Confirmar una importación',
    descripcion:
      'Sus filas buenas entran al catálogo todas juntas, en segundo plano. `existentes` dice qué hacer con los productos que ya están.',
    entrada: ConfirmarImportacionInput,
    salida: Importacion,
    estado: 202,
    permisos,
    idempotente: true,
    conflictos: ['importacion_cerrada', 'importacion_vacia'],
    ejemplo: { pedido: { id: 2, existentes: 'omitir' }, respuesta: { ...IMPORTACION, situacion: 'EN_COLA' } },
  }),
  ruta({
    metodo: 'GET',
    camino: `${camino}/{id}/filas`,
    resumen: 'Las filas de un archivo subido, por línea',
    descripcion: '`malas`: solo las rechazadas. `avisos`: solo las que llevan una observación.',
    entrada: ListarFilasQuery,
    salida: z.array(ImportacionFila),
    permisos,
    lista: { sinLimite: 50 },
    ejemplo: {
      pedido: { id: 2, malas: 'true' },
      respuesta: [
        {
          linea: 2,
          crudo: { nombre: 'Leche PIL 1 L', categoria: 'Lácteos', precio_venta: 'siete' },
          falla: 'El precio no se entiende: siete.',
          aviso: null,
          existente: false,
        },
      ],
    },
  }),
];
