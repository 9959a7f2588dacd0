import { defineRoute } from '@/lib/action/define-route';
import { productoPorCodigo } from '@/lib/producto/queries';

export const GET = defineRoute({ run: productoPorCodigo });
