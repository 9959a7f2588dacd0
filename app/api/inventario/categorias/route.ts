import { defineRoute } from '@/lib/action/define-route';
import { crearCategoria } from '@/lib/producto/crear-categoria';
import { categoriasExportables } from '@/lib/producto/exportar';

export const POST = defineRoute({ run: crearCategoria, status: 201 });
export const GET = defineRoute({ run: categoriasExportables });
