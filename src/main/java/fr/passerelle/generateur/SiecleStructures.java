package fr.passerelle.generateur;

/** {@code BEE_STRUCTURES}: divisions and groups, each with its MEF. */
final class SiecleStructures {

	private final Structure structure;

	SiecleStructures(College college) {
		this.structure = college.structure();
	}

	void ecrire(Document xml) {
		xml.ouvrir("DIVISIONS");
		this.structure.blocs()
			.flatMap((bloc) -> bloc.divisions().stream())
			.forEach((division) -> division(xml, division));
		xml.fermer().ouvrir("GROUPES");
		this.structure.blocs().flatMap((bloc) -> bloc.groupes().stream()).forEach((groupe) -> groupe(xml, groupe));
		xml.fermer();
	}

	private static void division(Document xml, Division division) {
		xml.ouvrir("DIVISION", "CODE_STRUCTURE", division.code()).valeur("LIBELLE_LONG", division.libelle());
		mef(xml, division.niveau());
		xml.fermer();
	}

	private static void groupe(Document xml, Groupe groupe) {
		xml.ouvrir("GROUPE", "CODE_STRUCTURE", groupe.code())
			.valeur("LIBELLE_LONG", groupe.libelle())
			.ouvrir("DIVISIONS_APPARTENANCE");
		for (Division division : groupe.divisions()) {
			xml.ouvrir("DIVISION_APPARTENANCE").valeur("CODE_STRUCTURE", division.code()).fermer();
		}
		xml.fermer();
		mef(xml, groupe.niveau());
		xml.fermer();
	}

	private static void mef(Document xml, Niveau niveau) {
		xml.ouvrir("MEFS_APPARTENANCE").ouvrir("MEF_APPARTENANCE").valeur("CODE_MEF", niveau.mef).fermer(2);
	}

}
