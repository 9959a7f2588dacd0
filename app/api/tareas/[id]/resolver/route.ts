import { defineRoute } from '@/lib/action/define-route';
import { resolverTarea } from '@/lib/tarea/resolver';

export const POST = defineRoute({ run: resolverTarea });
