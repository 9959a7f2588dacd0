import { z } from 'zod';
import { CodigoGenerado, Etiqueta } from '@/lib/api/modelos/etiqueta';
import { rutasDe } from '@/lib/api/ruta';
import { GenerarCodigosInput, LeerEtiquetasQuery } from '@/lib/etiqueta/schemas';

const ruta = rutasDe('inventario');
const camino = '/inventario/etiquetas';

export const RUTAS_ETIQUETA = [
  ruta({
    metodo: 'GET',
    camino,
    resumen: 'Las etiquetas de unos productos, o de los de una edición masiva',
    descripcion:
      'Con el precio de la sucursal del pedido y las barras dibujadas. `ids`: separados por comas. Quinientas como máximo; el total va en `X-Total-Count`.',
    entrada: LeerEtiquetasQuery,
    salida: z.array(Etiqueta),
    permisos: ['producto:ver'],
    ejemplo: {
      pedido: { ids: '27' },
      respuesta: [
        {
          id_producto: 27,
          id_presentacion: null,
          nombre: 'Leche PIL 1 L',
          presentacion: null,
          unidad: 'unidad',
          sku: null,
          precio_venta: 7.5,
          precio_por_unidad: null,
          codigo: '7771234567898',
          barras: { simbologia: 'ean13', trazo: 'M11 0h1v1h-1z', ancho: 117 },
        },
      ],
    },
  }),
  ruta({
    metodo: 'POST',
    camino: `${camino}/codigos`,
    resumen: 'Dar códigos internos a lo que no tiene código',
    descripcion:
      'Un EAN-13 de la tienda (20 a 29), que ninguna balanza imprime y nadie más tiene. Lo que ya tiene código queda igual.',
    entrada: GenerarCodigosInput,
    salida: z.array(CodigoGenerado),
    estado: 201,
    permisos: ['producto:editar'],
    idempotente: true,
    conflictos: ['codigo_repetido', 'sin_codigos_internos'],
    ejemplo: {
      pedido: { productos: [27] },
      respuesta: [{ id_producto: 27, id_presentacion: null, codigo: '2900000000278' }],
    },
  }),
];
