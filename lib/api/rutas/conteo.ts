import { z } from 'zod';
import { Conteo, ConteoDetalle, ConteoLinea } from '@/lib/api/modelos/inventario';
import { rutasDe } from '@/lib/api/ruta';
import {
  AbrirConteoInput,
  AplicarConteoInput,
  ContarInput,
  ListarConteosQuery,
  PorIdInput,
} from '@/lib/inventario/schemas';
import { CONTEO, CONTEO_DETALLE, CONTEO_LINEA } from './ejemplos-inventario';

const ruta = rutasDe('inventario');
const contar = ['inventario:contar'] as const;
const comun = { permisos: contar, idempotente: true } as const;

export const RUTAS_CONTEO = [
  ruta({
    metodo: 'GET',
    camino: '/inventario/conteos',
    resumen: 'Los conteos de la sucursal, lo más nuevo primero',
    entrada: ListarConteosQuery,
    salida: z.array(Conteo),
    permisos: contar,
    lista: { sinLimite: 50 },
    exporta: true,
    ejemplo: { pedido: { estado: 'ABIERTO' }, respuesta: [CONTEO] },
  }),
  ruta({
    metodo: 'POST',
    camino: '/inventario/conteos',
    resumen: 'Abrir un conteo',
    descripcion: 'De toda la sucursal, de una categoría, o libre: lo que se vaya contando. Se sigue vendiendo.',
    entrada: AbrirConteoInput,
    salida: ConteoDetalle,
    estado: 201,
    ...comun,
    conflictos: ['conteo_abierto'],
    ejemplo: {
      pedido: { alcance: 'CATEGORIA', id_categoria: 3 },
      respuesta: { ...CONTEO_DETALLE, contados: 0, lineas: [] },
    },
  }),
  ruta({
    metodo: 'GET',
    camino: '/inventario/conteos/{id}',
    resumen: 'Un conteo con todo lo contado',
    entrada: PorIdInput,
    salida: ConteoDetalle,
    permisos: contar,
    ejemplo: { pedido: { id: 3 }, respuesta: CONTEO_DETALLE },
  }),
  ruta({
    metodo: 'POST',
    camino: '/inventario/conteos/{id}/contar',
    resumen: 'Anotar lo contado de un producto',
    descripcion:
      'Guarda con ello lo que el kardex decía en ese momento. Contarlo de nuevo lo reemplaza; con `sumar`, se agrega a lo anterior.',
    entrada: ContarInput,
    salida: ConteoLinea,
    ...comun,
    conflictos: ['conteo_cerrado', 'fuera_del_conteo', 'producto_no_encontrado'],
    ejemplo: { pedido: { id: 3, id_producto: 27, cantidad: 8 }, respuesta: CONTEO_LINEA },
  }),
  ruta({
    metodo: 'POST',
    camino: '/inventario/conteos/{id}/aplicar',
    resumen: 'Aplicar un conteo',
    descripcion:
      'Cada diferencia se aplica a lo que hay ahora: lo vendido mientras tanto queda vendido. Sobre el límite del rol espera una aprobación. `no_contados: CERO` quita además lo que nadie contó.',
    entrada: AplicarConteoInput,
    salida: ConteoDetalle,
    permisos: ['producto:ajustar'],
    idempotente: true,
    conflictos: ['conteo_cerrado', 'conteo_vacio', 'conteo_desactualizado'],
    ejemplo: {
      pedido: { id: 3, no_contados: 'DEJAR' },
      respuesta: {
        ...CONTEO_DETALLE,
        estado: 'APLICADO',
        no_contados: 'DEJAR',
        cerrado_en: '2026-11-20T15:00:00.000Z',
        cerrado_por: 'Rosa Mamani',
        valor: -6.2,
        lineas: [{ ...CONTEO_LINEA, valor: -6.2 }],
      },
    },
  }),
  ruta({
    metodo: 'POST',
    camino: '/inventario/conteos/{id}/cancelar',
    resumen: 'Cancelar un conteo',
    entrada: PorIdInput,
    salida: ConteoDetalle,
    ...comun,
    conflictos: ['conteo_cerrado'],
    ejemplo: {
      pedido: { id: 3 },
      respuesta: {
        ...CONTEO_DETALLE,
        estado: 'CANCELADO',
        cerrado_en: '2026-11-20T15:00:00.000Z',
        cerrado_por: 'Rosa Mamani',
      },
    },
  }),
];
