import { z } from 'zod';
import { Rol } from '@/lib/api/modelos/usuario';
import { rutasDe } from '@/lib/api/ruta';
import { CrearRolInput, EditarRolInput, ListarRolesInput, RolInput } from '@/lib/rol/schemas';
import { ROL } from './ejemplos';

const ruta = rutasDe('usuario');
const VER = ['rol:administrar', 'usuario:ver'] as const;

export const RUTAS_ROL = [
  ruta({
    metodo: 'GET',
    camino: '/roles',
    resumen: 'Los roles con lo que permiten',
    entrada: ListarRolesInput,
    salida: z.array(Rol),
    permisos: VER,
    lista: { sinLimite: 'todo', total: 'siempre' },
    exporta: true,
    ejemplo: { respuesta: [ROL] },
  }),
  ruta({
    metodo: 'POST',
    camino: '/roles',
    resumen: 'Crear un rol',
    descripcion:
      'Qué permite, dónde y hasta cuánto. Nadie da un derecho que no tiene, ni un límite más alto que el suyo.',
    entrada: CrearRolInput,
    salida: Rol,
    estado: 201,
    permisos: ['rol:administrar'],
    conflictos: ['nombre_repetido'],
    ejemplo: {
      pedido: {
        nombre: ROL.nombre,
        descripcion: ROL.descripcion,
        permisos: ROL.permisos,
        solo_propias: ROL.solo_propias,
        topes: ROL.topes,
      },
      respuesta: { ...ROL, personas: 0 },
    },
  }),
  ruta({
    metodo: 'GET',
    camino: '/roles/{id}',
    resumen: 'Un rol con lo que permite',
    entrada: RolInput,
    salida: Rol,
    permisos: VER,
    ejemplo: { pedido: { id: ROL.id }, respuesta: ROL },
  }),
  ruta({
    metodo: 'PATCH',
    camino: '/roles/{id}',
    resumen: 'Editar un rol',
    descripcion:
      'Lo que no se manda queda como está; `topes` va entero. Cuenta desde el siguiente pedido de quienes lo tienen, y en los otros servidores en 15 segundos. De los cinco del producto solo cambian los límites, y del Superadministrador ni eso.',
    entrada: EditarRolInput,
    salida: Rol,
    permisos: ['rol:administrar'],
    conflictos: ['nombre_repetido', 'rol_de_fabrica', 'ultima_direccion'],
    ejemplo: {
      pedido: { id: ROL.id, topes: { 'venta:descuento': 20 } },
      respuesta: { ...ROL, topes: { 'venta:descuento': 20 } },
    },
  }),
  ruta({
    metodo: 'DELETE',
    camino: '/roles/{id}',
    resumen: 'Eliminar un rol',
    descripcion: 'Nunca los del producto, ni mientras alguien lo tenga.',
    entrada: RolInput,
    salida: Rol,
    permisos: ['rol:administrar'],
    conflictos: ['rol_de_fabrica', 'rol_en_uso'],
    ejemplo: { pedido: { id: ROL.id }, respuesta: { ...ROL, personas: 0, estado: false } },
  }),
];
