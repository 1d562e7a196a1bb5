package fr.passerelle.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * A document of the collège of the scenarios drawn at random: any of what a bilan may
 * hold, or not, with texts that XML and SQL could spoil. Same seed, same document.
 */
final class BilansAuHasard {

	private static final List<String> MOTS = List.of("élève", "« œuvre »", "l'été", "5 < 6 & 7 > 2", "naïf\nà la ligne",
			"🎓", "\"cité\"", "  espaces  ", "\\n {accolades} :uai $1 %s", "Ça");

	private static final List<String> ELEVES = List.of("700103/6EME A", "700101/6EME B", "700102/6EME B",
			"700104/3EME C");

	private static final List<String> SOCLE = List.of("CPD_FRA", "CPD_ETR", "CPD_SCI", "CPD_ART", "MET_APP", "FRM_CIT",
			"SYS_NAT", "REP_MND");

	private final Random hasard;

	private final StringBuilder xml = new StringBuilder();

	private final int disciplines;

	private final int enseignants;

	private final int elements;

	private final int projets;

	private final int numeriques;

	BilansAuHasard(long graine) {
		this.hasard = new Random(graine);
		this.disciplines = 2 + nombre(5);
		this.enseignants = 1 + nombre(4);
		this.elements = 1 + nombre(5);
		this.projets = 1 + nombre(3);
		this.numeriques = 1 + nombre(3);
	}

	String document(String uai) {
		this.xml
			.append("""
					<?xml version="1.0" encoding="UTF-8"?>
					<lsun-bilans xmlns="urn:fr:edu:scolarite:lsun:bilans:import" schemaVersion="3.0">
					<entete><editeur>E</editeur><application>A</application><etablissement>%s</etablissement></entete>
					<donnees><responsables-etab><responsable-etab id="R0" libelle="Mme %s"/><responsable-etab id="R1" libelle="M. Un"/>
					</responsables-etab><eleves>"""
				.formatted(uai, attribut()));
		ELEVES.forEach((eleve) -> this.xml
			.append("<eleve id=\"E%s\" id-be=\"%1$s\" code-division=\"%s\"/>".formatted((Object[]) eleve.split("/"))));
		this.xml.append("</eleves>");
		liste("periodes", 3,
				(i) -> "<periode id=\"P%d\" millesime=\"2025\" indice=\"%d\" nb-periodes=\"3\"/>".formatted(i, i + 1));
		liste("disciplines", this.disciplines,
				(i) -> "<discipline id=\"D%d\" code=\"02070%d\" modalite-election=\"%s\" libelle=\"%s\"%s/>".formatted(
						i, i, "SOFLRX".charAt(i % 6), attribut(), peutEtre(() -> " code-national=\"10010" + i + "\"")));
		liste("enseignants", this.enseignants,
				(i) -> "<enseignant id=\"N%d\" type=\"%s\" id-sts=\"%d\" civilite=\"%s\" nom=\"%s\"%s/>".formatted(i,
						List.of("epp", "local", "dir", "autre").get(i % 4), 60_000 + i, (i % 2 == 0) ? "M" : "MME",
						attribut(), peutEtre(() -> " prenom=\"" + attribut() + "\"")));
		liste("elements-programme", this.elements,
				(i) -> "<element-programme id=\"L%d\" libelle=\"%d %s\"/>".formatted(i, i, attribut()));
		liste("competences-numeriques-communs", this.numeriques, (
				i) -> "<competences-numeriques-commun id=\"C%d\" code-structure=\"G%d\" type-structure=\"%s\">%d %s</competences-numeriques-commun>"
					.formatted(i, i, (i % 2 == 0) ? "D" : "G", i, texte()));
		projets("epi", " thematique=\"EPI_ART\"", 2);
		projets("acc-perso", "", 1);
		this.xml.append("<bilans-periodiques>");
		for (String eleve : ELEVES) {
			for (int periode = 0; periode < 3; periode++) {
				if (periode == 0 || this.hasard.nextBoolean()) {
					periodique("E" + eleve.split("/")[0], "P" + periode);
				}
			}
		}
		this.xml.append("</bilans-periodiques><bilans-cycle>");
		ELEVES.forEach((eleve) -> cycle("E" + eleve.split("/")[0]));
		return this.xml.append("</bilans-cycle></donnees></lsun-bilans>").toString();
	}

	private void projets(String quoi, String thematique, int minimum) {
		liste(quoi + "s", this.projets,
				(i) -> "<%s id=\"%s%d\" intitule=\"%d %s\"%s discipline-refs=\"%s\">%s</%1$s>".formatted(quoi, quoi, i,
						i, attribut(), thematique, (minimum > 1) ? "D0 D1" : "D0", element("description")));
		liste(quoi + "s-groupes", this.projets * 2, (
				i) -> "<%s-groupe id=\"g%s%d\" intitule=\"%d %s\" %1$s-ref=\"%1$s%d\">%s<enseignants-disciplines>%s</enseignants-disciplines></%1$s-groupe>"
					.formatted(quoi, quoi, i, i, attribut(), i / 2, element("commentaire"),
							"<enseignant-discipline enseignant-ref=\"N0\" discipline-ref=\"D0\"/>"));
	}

	private void periodique(String eleve, String periode) {
		this.xml.append(
				"<bilan-periodique eleve-ref=\"%s\" periode-ref=\"%s\" responsable-etab-ref=\"R%d\" date-conseil-classe=\"2025-12-0%d\""
					.formatted(eleve, periode, nombre(2), 1 + nombre(9)))
			.append(" date-scolarite=\"2025-09-01\" date-verrou=\"2025-12-1%dT08:00:00\"%s><liste-acquis>"
				.formatted(nombre(10), peutEtre(() -> " prof-princ-refs=\"" + suite("N", this.enseignants) + "\"")));
		for (int i = 0; i < 1 + nombre(this.disciplines); i++) {
			this.xml.append("<acquis discipline-ref=\"D%d\" enseignant-refs=\"%s\"%s%s%s>%s</acquis>".formatted(i,
					suite("N", this.enseignants),
					peutEtre(() -> " element-programme-refs=\"" + suite("L", this.elements) + "\""),
					this.hasard.nextBoolean() ? " moyenne-eleve=\"12,5\""
							: " eleve-non-note=\"true\" positionnement=\"2\"",
					peutEtre(() -> " moyenne-structure=\"11\""), element("appreciation")));
		}
		this.xml.append("</liste-acquis>")
			.append(peutEtre(
					() -> "<competences-numeriques comp-num-commun-refs=\"%s\">%s<competence-num code=\"CN_PRO_DON\" niveau=\"2\"/></competences-numeriques>"
						.formatted(suite("C", this.numeriques), element("appreciation-num"))))
			.append(peutEtre(() -> "<epis-eleve><epi-eleve epi-groupe-ref=\"gepi%d\">%s</epi-eleve></epis-eleve>"
				.formatted(nombre(this.projets * 2), element("commentaire"))))
			.append(peutEtre(
					() -> "<acc-persos-eleve><acc-perso-eleve acc-perso-groupe-ref=\"gacc-perso%d\">%s</acc-perso-eleve></acc-persos-eleve>"
						.formatted(nombre(this.projets * 2), element("commentaire"))))
			.append(peutEtre(
					() -> "<liste-parcours><parcours code=\"PAR_SAN\">%s</parcours><parcours code=\"PAR_AVN\">%s</parcours></liste-parcours>"
						.formatted(texte(), texte())))
			.append(peutEtre(
					() -> "<modalites-accompagnement><modalite-accompagnement code=\"PPRE\">%s</modalite-accompagnement><modalite-accompagnement code=\"CTR\">%s</modalite-accompagnement></modalites-accompagnement>"
						.formatted(element("complement-ppre"), element("complement-contrat-reussite"))))
			.append("<acquis-conseils>%s</acquis-conseils>%s<vie-scolaire nb-retards=\"%d\" nb-abs-justifiees=\"0\" nb-abs-injustifiees=\"999\"%s>%s</vie-scolaire>"
				.formatted(texte(), element("devoirs-faits"), nombre(999), peutEtre(() -> " nb-heures-manquees=\"7\""),
						element("commentaire")))
			.append(peutEtre(() -> "<socle>" + domaines() + "</socle>"))
			.append(responsables())
			.append("</bilan-periodique>");
	}

	private void cycle(String eleve) {
		this.xml.append(
				"<bilan-cycle eleve-ref=\"%s\" cycle=\"%d\" millesime=\"2025\" date-creation=\"2026-06-20\" date-verrou=\"2026-06-21T08:00:00\""
					.formatted(eleve, 3 + nombre(2)))
			.append(" responsable-etab-ref=\"R0\"%s><socle>%s</socle><synthese>%s</synthese>%s%s%s</bilan-cycle>"
				.formatted(peutEtre(() -> " prof-princ-refs=\"" + suite("N", this.enseignants) + "\""), domaines(),
						texte(), peutEtre(() -> "<enseignement-complement code=\"LCA\" positionnement=\"2\"/>"),
						responsables(),
						peutEtre(() -> "<langue-culture-regionale code=\"BRE\" positionnement=\"1\"/>")));
	}

	private String responsables() {
		return peutEtre(
				() -> "<responsables><responsable civilite=\"M\" nom=\"%s\" prenom=\"%s\" legal1=\"true\" lien-parente=\"Père\"><adresse ligne1=\"%s\" code-postal=\"38000\" commune=\"Ville\"/></responsable><responsable denomination=\"%s\"/></responsables>"
					.formatted(attribut(), attribut(), attribut(), attribut()));
	}

	private String domaines() {
		StringBuilder domaines = new StringBuilder();
		SOCLE.forEach(
				(code) -> domaines.append("<domaine code=\"%s\" positionnement=\"%d\"/>".formatted(code, nombre(5))));
		return domaines.toString();
	}

	/** References without repetition, in any order. */
	private String suite(String prefixe, int parmi) {
		List<String> references = new ArrayList<>();
		for (int i = 0; i < parmi; i++) {
			references.add(prefixe + i);
		}
		java.util.Collections.shuffle(references, this.hasard);
		return String.join(" ", references.subList(0, 1 + nombre(parmi)));
	}

	private void liste(String nom, int nombre, java.util.function.IntFunction<String> objet) {
		this.xml.append('<').append(nom).append('>');
		for (int i = 0; i < nombre; i++) {
			this.xml.append(objet.apply(i));
		}
		this.xml.append("</").append(nom).append('>');
	}

	private String element(String nom) {
		return peutEtre(() -> "<" + nom + ">" + texte() + "</" + nom + ">");
	}

	private String peutEtre(Supplier<String> quoi) {
		return this.hasard.nextBoolean() ? quoi.get() : "";
	}

	private String texte() {
		StringBuilder texte = new StringBuilder();
		for (int i = 0; i < 1 + nombre(6); i++) {
			texte.append(MOTS.get(nombre(MOTS.size()))).append(' ').append(nombre(100));
		}
		return echapper(texte.toString());
	}

	private String attribut() {
		return echapper(MOTS.get(nombre(MOTS.size())).strip().replace('\n', ' ') + nombre(100));
	}

	private static String echapper(String texte) {
		return texte.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}

	private int nombre(int borne) {
		return this.hasard.nextInt(borne);
	}

}
