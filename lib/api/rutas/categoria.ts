import { z } from 'zod';
import { Categoria } from '@/lib/api/modelos/producto';
import { rutasDe } from '@/lib/api/ruta';
import { CrearCategoriaInput, EditarCategoriaInput, ListarCategoriasQuery, PorIdInput } from '@/lib/producto/schemas';
import { CATEGORIA } from './ejemplos';

const ruta = rutasDe('inventario');
const camino = '/inventario/categorias';

export const RUTAS_CATEGORIA = [
  ruta({
    metodo: 'GET',
    camino,
    resumen: 'Las categorías, por nombre',
    entrada: ListarCategoriasQuery,
    salida: z.array(Categoria),
    permisos: ['producto:ver'],
    lista: { sinLimite: 'todo', total: 'siempre' },
    exporta: true,
    ejemplo: { pedido: { buscar: 'lac' }, respuesta: [CATEGORIA] },
  }),
  ruta({
    metodo: 'POST',
    camino,
    resumen: 'Crear una categoría',
    entrada: CrearCategoriaInput,
    salida: Categoria,
    estado: 201,
    permisos: ['producto:editar'],
    idempotente: true,
    conflictos: ['categoria_repetida', 'categoria_mal_puesta'],
    ejemplo: { pedido: { nombre: 'Lácteos' }, respuesta: { ...CATEGORIA, total_productos: 0 } },
  }),
  ruta({
    metodo: 'GET',
    camino: `${camino}/{id}`,
    resumen: 'Una categoría',
    entrada: PorIdInput,
    salida: Categoria,
    permisos: ['producto:ver'],
    ejemplo: { pedido: { id: 3 }, respuesta: CATEGORIA },
  }),
  ruta({
    metodo: 'PATCH',
    camino: `${camino}/{id}`,
    resumen: 'Renombrar una categoría o ponerla dentro de otra',
    entrada: EditarCategoriaInput,
    salida: Categoria,
    permisos: ['producto:editar'],
    idempotente: true,
    conflictos: ['categoria_repetida', 'categoria_mal_puesta'],
    ejemplo: { pedido: { id: 3, nombre: 'Lácteos y huevos' }, respuesta: { ...CATEGORIA, nombre: 'Lácteos y huevos' } },
  }),
  ruta({
    metodo: 'DELETE',
    camino: `${camino}/{id}`,
    resumen: 'Eliminar una categoría',
    descripcion: 'Solo cuando ningún producto activo la usa y no tiene otras dentro.',
    entrada: PorIdInput,
    salida: Categoria,
    permisos: ['producto:editar'],
    idempotente: true,
    conflictos: ['categoria_en_uso', 'categoria_con_hijas'],
    ejemplo: { pedido: { id: 3 }, respuesta: { ...CATEGORIA, total_productos: 0, estado: false } },
  }),
];
