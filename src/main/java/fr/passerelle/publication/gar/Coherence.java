package fr.passerelle.publication.gar;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import fr.passerelle.noyau.Constat;
import fr.passerelle.noyau.Uai;

/**
 * The rules that no schema can say, over the whole parcel (gar.md §5): what is cited is
 * declared, once, where it is cited. Given the records in the order of the kinds: Etab,
 * Enseignant, Eleve, Groupe, RespAff.
 */
final class Coherence {

	private static final String UAI = "GARStructureUAI";

	private static final String PERSONNE = "GARPersonIdentifiant";

	private static final String GROUPE = "GARGroupeCode";

	private static final String MEF = "GARMEFCode";

	private static final String MATIERE = "GARMatiereCode";

	private final Signalements fautes;

	private final Map<String, Integer> uais = new HashMap<>();

	private final Map<String, Integer> personnes = new HashMap<>();

	private final BitSet adultes = new BitSet();

	private final Set<Long> appartenances = new HashSet<>();

	private final Map<String, Integer> mefs = new HashMap<>();

	private final Map<String, Integer> matieres = new HashMap<>();

	private final Map<String, Integer> groupes = new HashMap<>();

	private final BitSet divisions = new BitSet();

	/** Divisions that groups belong to, read before them: group by division. */
	private final Map<String, String> attendues = new LinkedHashMap<>();

	private final Map<String, Cles> liens = new TreeMap<>();

	private final Set<String> responsables = new HashSet<>();

	private final Map<String, Integer> parEcole = new HashMap<>();

	private final Map<String, Effectif> effectifs = new TreeMap<>();

	Coherence(Signalements fautes) {
		this.fautes = fautes;
	}

	/** Judges one record. */
	void lire(Objet objet) {
		switch (objet.nom()) {
			case "GAREtab" -> etablissement(objet);
			case "GARMEF" -> declarer(objet, this.mefs, MEF);
			case "GARMatiere" -> declarer(objet, this.matieres, MATIERE);
			case "GAREleve" -> personne(objet, false);
			case "GAREnseignant" -> personne(objet, true);
			case "GARPersonMEF" -> lien(objet, this.mefs, MEF, "GAR_MEF_INCONNU");
			case "GAREleveEnseignement" -> lien(objet, this.matieres, MATIERE, "GAR_MATIERE_INCONNUE");
			case "GARPersonMEFSTAT4" -> membre(objet);
			case "GARGroupe" -> groupe(objet);
			case "GARPersonGroupe" -> personneGroupe(objet);
			case "GAREnsGroupeMatiere" -> enseignement(objet, false);
			case "GAREnsClasseMatiere" -> enseignement(objet, true);
			case "GARRespAff" -> responsable(objet);
			default -> {
				// the schema has refused it
			}
		}
	}

	/** Judges what only the end of the parcel tells. */
	void finir() {
		this.attendues.forEach((division, groupe) -> {
			Integer rang = this.groupes.get(division);
			if (rang == null || !this.divisions.get(rang)) {
				signaler("GAR_DIVISION_INCONNUE", "groupe", groupe, "division", division);
			}
		});
		this.liens.forEach((objet, cles) -> {
			long repetees = cles.repetees();
			if (repetees > 0) {
				signaler("GAR_DOUBLON", "variante", "liens", "objet", objet, "nombre", Long.toString(repetees));
			}
		});
	}

	/** How many élèves, groups and links of élèves each school has. */
	Map<String, Effectif> effectifs() {
		return this.effectifs;
	}

	private void etablissement(Objet objet) {
		String uai = objet.un(UAI);
		if (Uai.lire(uai).isEmpty()) {
			signaler("GAR_UAI", "uai", uai);
		}
		if (this.uais.put(uai, this.uais.size()) != null) {
			doublon(objet, uai);
		}
		this.effectifs.put(uai, new Effectif());
	}

	private void declarer(Objet objet, Map<String, Integer> codes, String champ) {
		String cle = objet.un(UAI) + " " + objet.un(champ);
		ecole(objet, objet.un(UAI));
		if (codes.put(cle, codes.size()) != null) {
			doublon(objet, cle);
		}
	}

	private void personne(Objet objet, boolean adulte) {
		String identifiant = objet.un(PERSONNE);
		int rang = this.personnes.size();
		if (this.personnes.putIfAbsent(identifiant, rang) != null) {
			doublon(objet, identifiant);
			return;
		}
		this.adultes.set(rang, adulte);
		List<String> ecoles = objet.tous("GARPersonEtab");
		if (!new HashSet<>(ecoles).equals(new HashSet<>(objet.tous("GARPersonProfils/" + UAI)))) {
			signaler("GAR_PROFILS", "personne", identifiant);
		}
		for (String uai : ecoles) {
			if (ecole(objet, uai)) {
				this.appartenances.add(Cles.cle(rang, this.uais.get(uai)));
				this.effectifs.get(uai).eleves += adulte ? 0 : 1;
			}
		}
	}

	private boolean ecole(Objet objet, String uai) {
		if (this.uais.containsKey(uai)) {
			return true;
		}
		signaler("GAR_UAI_INCONNU", "objet", objet.nom(), "uai", uai);
		return false;
	}

	/** The person of a link, known in its school; null otherwise, which is said. */
	private Integer membre(Objet objet) {
		String uai = objet.un(UAI);
		Integer rang = this.personnes.get(objet.un(PERSONNE));
		if (ecole(objet, uai) && rang != null && this.appartenances.contains(Cles.cle(rang, this.uais.get(uai)))) {
			return rang;
		}
		signaler("GAR_PERSONNE_INCONNUE", "objet", objet.nom(), "uai", uai, "personne", objet.un(PERSONNE));
		return null;
	}

	private void lien(Objet objet, Map<String, Integer> codes, String champ, String code) {
		Integer personne = membre(objet);
		Integer cible = codes.get(objet.un(UAI) + " " + objet.un(champ));
		if (cible == null) {
			signaler(code, "objet", objet.nom(), "uai", objet.un(UAI), "valeur", objet.un(champ));
		}
		else if (personne != null) {
			unique(objet, personne, cible);
		}
	}

	private void groupe(Objet objet) {
		String uai = objet.un(UAI);
		String cle = uai + " " + objet.un(GROUPE);
		boolean division = objet.un("GARGroupeStatut").equals("DIVISION");
		List<String> rattachements = objet.tous("GARGroupeDivAppartenance");
		int rang = this.groupes.size();
		if (this.groupes.putIfAbsent(cle, rang) != null) {
			doublon(objet, cle);
			return;
		}
		this.divisions.set(rang, division);
		if (division && !rattachements.isEmpty()) {
			signaler("GAR_STATUT", "variante", "rattachement", "uai", uai, "groupe", objet.un(GROUPE));
		}
		rattachements.forEach((un) -> this.attendues.putIfAbsent(uai + " " + un, objet.un(GROUPE)));
		if (ecole(objet, uai)) {
			this.effectifs.get(uai).groupes++;
		}
	}

	private void personneGroupe(Objet objet) {
		Integer personne = membre(objet);
		Integer groupe = leGroupe(objet);
		if (personne != null && groupe != null) {
			unique(objet, personne, groupe);
			this.effectifs.get(objet.un(UAI)).liens += this.adultes.get(personne) ? 0 : 1;
		}
	}

	private Integer leGroupe(Objet objet) {
		Integer groupe = this.groupes.get(objet.un(UAI) + " " + objet.un(GROUPE));
		if (groupe == null) {
			signaler("GAR_GROUPE_INCONNU", "objet", objet.nom(), "uai", objet.un(UAI), "groupe", objet.un(GROUPE));
		}
		return groupe;
	}

	private void enseignement(Objet objet, boolean division) {
		Integer personne = membre(objet);
		Integer groupe = leGroupe(objet);
		if (personne != null && !this.adultes.get(personne)) {
			signaler("GAR_PERSONNE_INCONNUE", "objet", objet.nom(), "uai", objet.un(UAI), "personne",
					objet.un(PERSONNE));
		}
		if (groupe != null && this.divisions.get(groupe) != division) {
			signaler("GAR_STATUT", "variante", "enseignement", "objet", objet.nom(), "uai", objet.un(UAI), "groupe",
					objet.un(GROUPE));
		}
		for (String matiere : objet.tous(MATIERE)) {
			if (!this.matieres.containsKey(objet.un(UAI) + " " + matiere)) {
				signaler("GAR_MATIERE_INCONNUE", "objet", objet.nom(), "uai", objet.un(UAI), "valeur", matiere);
			}
		}
		if (personne != null && groupe != null) {
			unique(objet, personne, groupe);
		}
	}

	private void responsable(Objet objet) {
		String identifiant = objet.un(PERSONNE);
		Integer rang = this.personnes.get(identifiant);
		if (!this.responsables.add(identifiant)) {
			doublon(objet, identifiant);
		}
		for (String uai : objet.tous("GARRespAffEtab")) {
			if (!ecole(objet, uai)) {
				continue;
			}
			if (rang == null || !this.adultes.get(rang)
					|| !this.appartenances.contains(Cles.cle(rang, this.uais.get(uai)))) {
				signaler("GAR_RESPAFF", "uai", uai, "personne", identifiant);
			}
			if (this.parEcole.merge(uai, 1, Integer::sum) == Responsables.MAX + 1) {
				signaler("GAR_RESPAFF_NOMBRE", "uai", uai);
			}
		}
	}

	private void unique(Objet objet, int personne, int cible) {
		this.liens.computeIfAbsent(objet.nom(), (nom) -> new Cles()).ajouter(personne, cible);
	}

	private void doublon(Objet objet, String cle) {
		signaler("GAR_DOUBLON", "objet", objet.nom(), "cle", cle);
	}

	private void signaler(String code, String... valeurs) {
		this.fautes.signaler(Constat.de(code, valeurs));
	}

	/** What a school has in a parcel; links are those of élèves with groups. */
	static final class Effectif {

		int eleves;

		int groupes;

		int liens;

	}

}
