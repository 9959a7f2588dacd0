export { GET, POST } from '@/app/api/inventario/producto/route';
