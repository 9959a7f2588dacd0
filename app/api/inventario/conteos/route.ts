import { defineRoute } from '@/lib/action/define-route';
import { abrirConteo } from '@/lib/inventario/abrir-conteo';
import { conteosExportables } from '@/lib/inventario/exportar';

export const GET = defineRoute({ run: conteosExportables });
export const POST = defineRoute({ run: abrirConteo, status: 201 });
