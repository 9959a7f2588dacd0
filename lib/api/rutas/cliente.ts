import { z } from 'zod';
import { Cliente, ClienteConCompras } from '@/lib/api/modelos/cliente';
import { Venta } from '@/lib/api/modelos/venta';
import { rutasDe } from '@/lib/api/ruta';
import {
  CrearClienteInput,
  EditarClienteInput,
  EliminarClienteInput,
  ListarClientesQuery,
  PorIdInput,
} from '@/lib/cliente/schemas';
import { ComprasDeClienteQuery } from '@/lib/venta/schemas';
import { VENTA } from './venta';

const ruta = rutasDe('clientes');

const CLIENTE = {
  id: 12,
  nombre: 'Juana Condori',
  ci_nit: '4567890',
  telefono: '71234567',
  estado: true,
  id_user_create: 4,
  id_user_update: null,
  created_at: '2026-11-20T14:05:00.000Z',
  updated_at: '2026-11-20T14:05:00.000Z',
} as const;

export const RUTAS_CLIENTE = [
  ruta({
    metodo: 'GET',
    camino: '/clientes',
    resumen: 'Los clientes, por nombre',
    descripcion: '`buscar` toma palabras del nombre, del CI o NIT, o del teléfono; deben estar todas.',
    entrada: ListarClientesQuery,
    salida: z.array(Cliente),
    permisos: ['cliente:ver'],
    lista: { sinLimite: 100, total: 'primera' },
    exporta: true,
    ejemplo: { pedido: { buscar: 'juana' }, respuesta: [CLIENTE] },
  }),
  ruta({
    metodo: 'POST',
    camino: '/clientes',
    resumen: 'Registrar un cliente',
    descripcion: 'Basta el nombre. De un CI o NIT hay un solo cliente.',
    entrada: CrearClienteInput,
    salida: Cliente,
    estado: 201,
    permisos: ['cliente:crear'],
    idempotente: true,
    conflictos: ['ci_nit_repetido'],
    ejemplo: { pedido: { nombre: 'Juana Condori', ci_nit: '4.567.890', telefono: '712 34567' }, respuesta: CLIENTE },
  }),
  ruta({
    metodo: 'GET',
    camino: '/clientes/{id}',
    resumen: 'Un cliente, con lo que compró',
    entrada: PorIdInput,
    salida: ClienteConCompras,
    permisos: ['cliente:ver'],
    ejemplo: {
      pedido: { id: 12 },
      respuesta: { ...CLIENTE, compras: { tickets: 3, total: 87.5, ultima: '2026-11-20T14:05:00.000Z' } },
    },
  }),
  ruta({
    metodo: 'PATCH',
    camino: '/clientes/{id}',
    resumen: 'Editar un cliente',
    descripcion: 'Lo que no se manda queda como está; `null` lo quita.',
    entrada: EditarClienteInput,
    salida: Cliente,
    permisos: ['cliente:editar'],
    idempotente: true,
    conflictos: ['ci_nit_repetido'],
    ejemplo: { pedido: { id: 12, telefono: '76543210' }, respuesta: { ...CLIENTE, telefono: '76543210' } },
  }),
  ruta({
    metodo: 'DELETE',
    camino: '/clientes/{id}',
    resumen: 'Eliminar un cliente',
    descripcion: 'Deja de ofrecerse; sus tickets siguen siendo suyos.',
    entrada: EliminarClienteInput,
    salida: Cliente,
    permisos: ['cliente:editar'],
    idempotente: true,
    ejemplo: { pedido: { id: 12 }, respuesta: { ...CLIENTE, estado: false } },
  }),
  ruta({
    metodo: 'GET',
    camino: '/clientes/{id}/compras',
    resumen: 'Los tickets de un cliente, los más nuevos primero',
    descripcion: 'De la sucursal del pedido, o de todas con el derecho `sucursal:todas`.',
    entrada: ComprasDeClienteQuery,
    salida: z.array(Venta),
    permisos: ['venta:ver'],
    lista: { sinLimite: 100 },
    exporta: true,
    ejemplo: {
      pedido: { id: 12, limite: 20 },
      respuesta: [{ ...VENTA, cliente: { id: 12, nombre: CLIENTE.nombre, ci_nit: CLIENTE.ci_nit } }],
    },
  }),
];
