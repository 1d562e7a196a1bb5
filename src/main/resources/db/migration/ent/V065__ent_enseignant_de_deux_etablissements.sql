-- A number of STS is that of one school; who teaches in two is known by birth name, first name and date, kept as a digest.
ALTER TABLE ent.personne_cle DROP CONSTRAINT personne_cle_systeme_check;
ALTER TABLE ent.personne_cle ADD CONSTRAINT personne_cle_systeme_check
    CHECK (systeme IN ('SIECLE_ELEVE', 'SIECLE_RESPONSABLE', 'STS', 'INE', 'STS_IDENTITE'));
