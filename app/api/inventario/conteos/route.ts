import { defineRoute } from '@/lib/action/define-route';
import { abrirConteo } from '@/lib/inventario/abrir-conteo';
import { listarConteos } from '@/lib/inventario/queries';

export const GET = defineRoute({ run: listarConteos });
export const POST = defineRoute({ run: abrirConteo, status: 201 });
