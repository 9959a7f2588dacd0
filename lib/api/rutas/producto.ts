import { z } from 'zod';
import { Producto, ProductoPorCodigo } from '@/lib/api/modelos/producto';
import { rutasDe } from '@/lib/api/ruta';
import {
  CrearProductoInput,
  EditarProductoInput,
  ExportarProductosQuery,
  LeerImagenInput,
  ListarProductosQuery,
  PonerImagenInput,
  PorCodigoInput,
  PorIdInput,
} from '@/lib/producto/schemas';
import { PRODUCTO } from './ejemplos';

const ruta = rutasDe('inventario');
const camino = '/inventario/producto';
const alias = ['/productos'];
/** One pixel, as PNG. */
const FOTO = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);
const aliasId = ['/productos/{id}'];

export const RUTAS_PRODUCTO = [
  ruta({
    metodo: 'GET',
    camino,
    alias,
    resumen: 'Los productos, los más nuevos primero',
    descripcion:
      'Con `buscar`, los que tienen todas las palabras en el nombre o el código; primero el de código exacto. `stock_actual` es el de la sucursal del pedido.',
    entrada: ListarProductosQuery,
    salida: z.array(Producto),
    permisos: ['producto:ver'],
    lista: { sinLimite: 'todo', total: 'primera' },
    ejemplo: { pedido: { buscar: 'leche', limite: 20 }, respuesta: [PRODUCTO] },
  }),
  ruta({
    metodo: 'POST',
    camino,
    alias,
    resumen: 'Crear un producto',
    descripcion: 'El stock inicial entra al kardex de la sucursal del pedido, a su costo.',
    entrada: CrearProductoInput,
    salida: Producto,
    estado: 201,
    permisos: ['producto:editar'],
    idempotente: true,
    conflictos: ['codigo_repetido', 'sku_repetido'],
    ejemplo: {
      pedido: {
        nombre: 'Leche PIL 1 L',
        codigo_barras: '7771234567898',
        precio_venta: 7.5,
        costo_compra: 6.2,
        stock_actual: 48,
        stock_minimo: 12,
        id_categoria: 3,
      },
      respuesta: PRODUCTO,
    },
  }),
  ruta({
    metodo: 'GET',
    camino: `${camino}/{id}`,
    alias: aliasId,
    resumen: 'Un producto',
    entrada: PorIdInput,
    salida: Producto,
    permisos: ['producto:ver'],
    ejemplo: { pedido: { id: 27 }, respuesta: PRODUCTO },
  }),
  ruta({
    metodo: 'PATCH',
    camino: `${camino}/{id}`,
    alias: aliasId,
    resumen: 'Editar un producto',
    descripcion:
      'Cambia lo que se manda. `precio_venta` y `stock_minimo` son los de la sucursal del pedido, si los tiene propios; `precio_base` y `stock_minimo_base`, los de toda la cadena. `stock_actual` solo cuenta junto con `motivo_ajuste`, y necesita el derecho `producto:ajustar`.',
    entrada: EditarProductoInput,
    salida: Producto,
    permisos: ['producto:editar'],
    idempotente: true,
    conflictos: ['codigo_repetido', 'sku_repetido'],
    ejemplo: { pedido: { id: 27, precio_venta: 8 }, respuesta: { ...PRODUCTO, precio_venta: 8, id_user_update: 1 } },
  }),
  ruta({
    metodo: 'DELETE',
    camino: `${camino}/{id}`,
    alias: aliasId,
    resumen: 'Eliminar un producto',
    descripcion: 'Solo cuando no queda existencia en ninguna sucursal. Su historia se conserva.',
    entrada: PorIdInput,
    salida: Producto,
    permisos: ['producto:editar'],
    idempotente: true,
    conflictos: ['producto_con_stock'],
    ejemplo: { pedido: { id: 27 }, respuesta: { ...PRODUCTO, stock_actual: 0, estado: false } },
  }),
  ruta({
    metodo: 'GET',
    camino: `${camino}/barcode/{codigo}`,
    alias: ['/productos/barcode/{codigo}'],
    resumen: 'El producto de un código',
    descripcion:
      'Un UPC-A se encuentra también como EAN-13, y al revés. De qué presentación es el código, si es de una: en `presentacion`.',
    entrada: PorCodigoInput,
    salida: ProductoPorCodigo,
    permisos: ['producto:ver'],
    ejemplo: { pedido: { codigo: '7771234567898' }, respuesta: { ...PRODUCTO, presentacion: null } },
  }),
  ruta({
    metodo: 'GET',
    camino: `${camino}/exportar`,
    resumen: 'Los productos como archivo',
    descripcion: 'Todo lo filtrado, en Excel o en CSV, con los nombres de columna que lee una importación.',
    entrada: ExportarProductosQuery,
    salida: {
      tipo: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      descripcion: 'El libro de Excel.',
    },
    permisos: ['producto:ver'],
    ejemplo: { pedido: { formato: 'xlsx', bajo_stock: 'true' }, respuesta: '(bytes)' },
  }),
  ruta({
    metodo: 'GET',
    camino: `${camino}/{id}/imagen`,
    resumen: 'La foto de un producto',
    entrada: LeerImagenInput,
    salida: { tipo: 'image/webp', descripcion: 'La foto, de 800 puntos de lado como máximo.' },
    permisos: ['producto:ver'],
    ejemplo: { pedido: { id: 27 }, respuesta: '(bytes)' },
  }),
  ruta({
    metodo: 'POST',
    camino: `${camino}/{id}/imagen`,
    resumen: 'Poner o cambiar la foto de un producto',
    descripcion:
      'JPG, PNG o WebP, sola o en un formulario, hasta 5 MB. Se guarda rehecha, sin lo que traiga escondido.',
    entrada: PonerImagenInput,
    cuerpo: 'archivo',
    limiteBytes: 5 * 1_048_576,
    salida: Producto,
    estado: 201,
    permisos: ['producto:editar'],
    ejemplo: {
      pedido: { id: 27, archivo: { nombre: 'leche.png', tipo: 'image/png', bytes: FOTO } },
      respuesta: PRODUCTO,
    },
  }),
  ruta({
    metodo: 'DELETE',
    camino: `${camino}/{id}/imagen`,
    resumen: 'Quitar la foto de un producto',
    entrada: PorIdInput,
    salida: Producto,
    permisos: ['producto:editar'],
    ejemplo: { pedido: { id: 27 }, respuesta: { ...PRODUCTO, imagen: null } },
  }),
];
