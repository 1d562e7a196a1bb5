package fr.passerelle.publication.ldap;

import java.time.Clock;
import java.util.List;
import java.util.Set;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The entries of some schools as they are to be, made in the table {@code ldap_voulu} of
 * the transaction.
 */
@Component("renduLdap")
class Rendu {

	private static final String TABLES = """
			DROP TABLE IF EXISTS ldap_reglage, ldap_voulu, ldap_serveur, ldap_ecarte, ldap_ecole, ldap_structure, ldap_membre, ldap_presence, ldap_attente, ldap_eleve,
			    ldap_lien, ldap_responsable, ldap_fonction, ldap_personnel, ldap_service, ldap_personne, ldap_groupe;
			CREATE TEMPORARY TABLE ldap_voulu (cle text PRIMARY KEY, rang integer NOT NULL, entree text NOT NULL, dn text NOT NULL, uais text[] NOT NULL,
			    attributs jsonb NOT NULL, empreinte uuid NOT NULL) ON COMMIT DROP;
			CREATE TEMPORARY TABLE ldap_reglage (source text, personnes text, structures text, groupes text, jeton text) ON COMMIT DROP""";

	/** What the ENT may change does not count in the digest. */
	private static final String VOULU = """
			INSERT INTO ldap_voulu
			SELECT v.attributs -> '%1$s' ->> 0, ?, ?, v.dn, v.uais, v.attributs, md5(v.dn || (v.attributs - ?::text[])::text)::uuid
			FROM (SELECT q.dn, q.uais, ent.ldap_attributs(to_jsonb(q) - 'dn' - 'uais' - ?::text[]) AS attributs FROM (%2$s) q) v""";

	private final JdbcTemplate jdbc;

	private final Modeles modeles;

	private final Perimetre perimetre;

	private final Clock horloge;

	Rendu(DataSource base, Modeles modeles, Perimetre perimetre, Clock horloge) {
		this.jdbc = new JdbcTemplate(base);
		this.modeles = modeles;
		this.perimetre = perimetre;
		this.horloge = horloge;
	}

	/**
	 * Makes the entries.
	 * @param uais schools, null for all
	 * @param champs reserved attributes that are given
	 */
	void rendre(Nommage nommage, Set<String> uais, List<String> champs) {
		this.jdbc.execute(TABLES);
		this.jdbc.update("INSERT INTO ldap_reglage VALUES (?, ?, ?, ?, ?)", nommage.source(),
				nommage.dn(Branche.PERSONNES), nommage.dn(Branche.STRUCTURES), nommage.dn(Branche.GROUPES),
				nommage.jeton());
		this.perimetre.poser(uais, this.horloge.instant());
		this.modeles.avant().forEach(this.jdbc::execute);
		for (Modele modele : this.modeles.tous()) {
			this.jdbc.update(VOULU.formatted(modele.marque(), modele.sql()), modele.rang(), modele.nom(),
					modele.creation().toArray(new String[0]), modele.caches(champs).toArray(new String[0]));
		}
		this.jdbc.execute("ANALYZE ldap_voulu");
	}

}
