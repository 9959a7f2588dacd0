import { defineRoute } from '@/lib/action/define-route';
import { crearSucursal } from '@/lib/sucursal/crear';
import { sucursalesExportables } from '@/lib/sucursal/exportar';

export const GET = defineRoute({ run: sucursalesExportables });
export const POST = defineRoute({ run: crearSucursal, status: 201 });
