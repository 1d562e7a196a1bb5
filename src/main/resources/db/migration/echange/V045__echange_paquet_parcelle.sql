-- Several parcels of one publication are as many packages, each named after its parcel: 20260901-020000-12-2D.
ALTER TABLE echange.paquet DROP CONSTRAINT paquet_paquet_check;
ALTER TABLE echange.paquet ADD CHECK (paquet ~ '^[0-9]{8}-[0-9]{6}-[0-9]+(-[A-Za-z0-9-]+)?$');
