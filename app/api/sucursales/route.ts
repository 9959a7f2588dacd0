import { defineRoute } from '@/lib/action/define-route';
import { crearSucursal } from '@/lib/sucursal/crear';
import { paginaDeSucursales } from '@/lib/sucursal/queries';

export const GET = defineRoute({ run: paginaDeSucursales });
export const POST = defineRoute({ run: crearSucursal, status: 201 });
