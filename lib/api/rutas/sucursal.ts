import { z } from 'zod';
import { Sucursal } from '@/lib/api/modelos/inventario';
import { rutasDe } from '@/lib/api/ruta';
import {
  CrearSucursalInput,
  EditarSucursalInput,
  IdSucursalInput,
  ListarSucursalesQuery,
} from '@/lib/sucursal/schemas';
import { SUCURSAL } from './ejemplos-inventario';

const ruta = rutasDe('sucursales');
const permisos = ['sucursal:administrar'] as const;

export const RUTAS_SUCURSAL = [
  ruta({
    metodo: 'GET',
    camino: '/sucursales',
    resumen: 'Las sucursales donde se puede trabajar, por nombre',
    entrada: ListarSucursalesQuery,
    salida: z.array(Sucursal),
    lista: { sinLimite: 'todo', total: 'siempre' },
    exporta: true,
    ejemplo: { respuesta: [SUCURSAL] },
  }),
  ruta({
    metodo: 'POST',
    camino: '/sucursales',
    resumen: 'Crear una sucursal, con sus cuentas',
    entrada: CrearSucursalInput,
    salida: Sucursal,
    estado: 201,
    permisos,
    conflictos: ['nombre_repetido'],
    ejemplo: { pedido: { nombre: 'Miraflores', direccion: 'Av. Saavedra 1245' }, respuesta: SUCURSAL },
  }),
  ruta({
    metodo: 'GET',
    camino: '/sucursales/{id}',
    resumen: 'Una sucursal',
    entrada: IdSucursalInput,
    salida: Sucursal,
    permisos,
    ejemplo: { pedido: { id: 1 }, respuesta: SUCURSAL },
  }),
  ruta({
    metodo: 'PATCH',
    camino: '/sucursales/{id}',
    resumen: 'Editar una sucursal',
    entrada: EditarSucursalInput,
    salida: Sucursal,
    permisos,
    conflictos: ['nombre_repetido'],
    ejemplo: {
      pedido: { id: 1, dias_devolucion: 10 },
      respuesta: { ...SUCURSAL, dias_devolucion: 10, id_user_update: 1 },
    },
  }),
  ruta({
    metodo: 'DELETE',
    camino: '/sucursales/{id}',
    resumen: 'Eliminar una sucursal',
    descripcion: 'Solo sin cajas, mercadería, transferencias abiertas ni personas. Su historia se conserva.',
    entrada: IdSucursalInput,
    salida: Sucursal,
    permisos,
    conflictos: ['sucursal_en_uso'],
    ejemplo: { pedido: { id: 1 }, respuesta: { ...SUCURSAL, estado: false, id_user_update: 1 } },
  }),
];
