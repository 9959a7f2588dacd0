export { GET } from '@/app/api/inventario/producto/barcode/[codigo]/route';
