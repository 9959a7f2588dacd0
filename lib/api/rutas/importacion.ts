import { z } from 'zod';
import { Importacion, ImportacionFila, PorDeshacer } from '@/lib/api/modelos/importacion';
import { rutasDe } from '@/lib/api/ruta';
import { PorIdInput } from '@/lib/producto/schemas';
import {
  ConfirmarImportacionInput,
  DeshacerImportacionInput,
  ElegirColumnasInput,
  ListarFilasQuery,
  ListarImportacionesQuery,
  PlantillaInput,
  PrepararImportacionInput,
} from '@/lib/producto/schemas-importacion';
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
    exporta: true,
    ejemplo: { respuesta: [IMPORTACION] },
  }),
  ruta({
    metodo: 'POST',
    camino,
    resumen: 'Subir un archivo de productos',
    descripcion:
      'El libro de Excel o el CSV, solo o en un formulario, hasta 16 MB y 50 000 filas. Se lee en segundo plano (`LEYENDO`) y espera (`REVISADA`): nada entra al catálogo hasta confirmarlo. Si no se reconocen sus columnas espera en `COLUMNAS`.',
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
      respuesta: { ...IMPORTACION, situacion: 'LEYENDO' },
    },
  }),
  ruta({
    metodo: 'GET',
    camino: `${camino}/plantilla`,
    resumen: 'Un archivo para llenar',
    descripcion: 'Las columnas que se leen, con dos filas de ejemplo; en CSV o, con `formato=xlsx`, en Excel.',
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
    metodo: 'POST',
    camino: `${camino}/{id}/columnas`,
    resumen: 'Decir qué columna del archivo es cada cosa',
    descripcion:
      'El archivo se lee otra vez, en segundo plano. `aceptar_digitos`: los códigos con el dígito verificador equivocado entran como están.',
    entrada: ElegirColumnasInput,
    salida: Importacion,
    estado: 202,
    permisos,
    conflictos: ['importacion_cerrada'],
    ejemplo: {
      pedido: { id: 2, columnas: { nombre: 0, categoria: 1, precio_venta: 2 } },
      respuesta: { ...IMPORTACION, situacion: 'LEYENDO' },
    },
  }),
  ruta({
    metodo: 'GET',
    camino: `${camino}/{id}/deshacer`,
    resumen: 'Qué pasaría al deshacer una importación',
    entrada: PorIdInput,
    salida: PorDeshacer,
    permisos,
    conflictos: ['importacion_sin_deshacer'],
    ejemplo: {
      pedido: { id: 2 },
      respuesta: { eliminados: 120, quedaron: 3, restaurados: 40, cambiados: 1, valor: 2450.5 },
    },
  }),
  ruta({
    metodo: 'POST',
    camino: `${camino}/{id}/deshacer`,
    resumen: 'Deshacer una importación',
    descripcion:
      'En segundo plano: lo que creó y no se movió sale por un contra-asiento y se elimina; los precios y costos que cambió vuelven. Lo que se movió o cambió después queda.',
    entrada: DeshacerImportacionInput,
    salida: Importacion,
    estado: 202,
    permisos: ['producto:importar', 'producto:editar'],
    idempotente: true,
    conflictos: ['importacion_sin_deshacer'],
    ejemplo: {
      pedido: { id: 2, motivo: 'Era la lista del mes pasado' },
      respuesta: { ...IMPORTACION, situacion: 'DESHACIENDO' },
    },
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
