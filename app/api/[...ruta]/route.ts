import { defineRoute } from '@/lib/action/define-route';
import { rutaDesconocida } from '@/lib/api/servir';

// Whatever no other route takes: the contract's envelope says so, and not Next's page.
const nada = defineRoute({ run: rutaDesconocida });

export { nada as DELETE, nada as GET, nada as PATCH, nada as POST, nada as PUT };
