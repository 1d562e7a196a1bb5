package fr.passerelle.lsu;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import fr.passerelle.noyau.Constat;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The procedure « déverrouiller, synchroniser, verrouiller de nouveau » (R37) for the
 * bilans that the run was given: in one transaction, so that a failure leaves all of them
 * locked as they were.
 */
@Component
class Reverrouillage {

	private final JdbcClient jdbc;

	private final Verrous verrous;

	private final Ecoles ecoles;

	private final Ecriture ecriture;

	Reverrouillage(JdbcClient jdbc, Verrous verrous, Ecoles ecoles, Ecriture ecriture) {
		this.jdbc = jdbc;
		this.verrous = verrous;
		this.ecoles = ecoles;
		this.ecriture = ecriture;
	}

	@Transactional(propagation = Propagation.MANDATORY)
	public Ecriture.Resultat faire(Course course, Plan plan) {
		List<Bilan> bilans = bilans(course);
		Map<String, Integer> comptes = new LinkedHashMap<>();
		List<Messages.Ligne> lignes = new ArrayList<>();
		if (!bilans.isEmpty()) {
			List<Long> numeros = bilans.stream().map(Bilan::id).toList();
			this.ecoles.verrouiller(course.uai());
			this.verrous.deverrouiller(numeros);
			for (EtapeSql fichier : plan.deBilans()) {
				this.ecriture.ecrire(fichier, course)
					.comptes()
					.forEach((nom, n) -> comptes.merge(nom, n, Integer::sum));
			}
			this.verrous.verrouiller(course.uai(), numeros);
			bilans.forEach((bilan) -> lignes.add(bilan.ligne()));
		}
		return new Ecriture.Resultat(comptes, lignes);
	}

	private List<Bilan> bilans(Course course) {
		return this.jdbc
			.sql("""
					SELECT b.id, b.eleve_id, concat_ws(' ', coalesce(v.prenom, v.prenoms), v.nom), coalesce(c.code, c.libelle), p.indice, p.nb_periodes
					FROM lsu.sync_bilan s
					JOIN lsu.bilan_periodique b ON b.id = s.bilan_id
					JOIN lsu.eleve e ON e.id = b.eleve_id JOIN lsu.eleve_version v ON v.id = e.version_courante_id
					JOIN lsu.classe c ON c.id = b.classe_id JOIN lsu.periode p ON p.id = b.periode_id
					WHERE s.sync_id = ? AND b.etat = 'VERROUILLE' AND b.mode = 'SAISIE_DIRECTE' ORDER BY b.id""")
			.param(course.id())
			.query((ligne, rang) -> new Bilan(ligne.getLong(1), ligne.getLong(2), ligne.getString(3),
					ligne.getString(4), ligne.getString(5) + "/" + ligne.getString(6)))
			.list();
	}

	private record Bilan(long id, long eleve, String nom, String division, String periode) {

		private Messages.Ligne ligne() {
			return new Messages.Ligne(Constat.de(Codes.REVERROUILLE, "eleve", this.nom, "division", this.division,
					"periode", this.periode), this.eleve, null, null);
		}

	}

}
