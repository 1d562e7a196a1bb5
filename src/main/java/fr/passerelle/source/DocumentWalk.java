package fr.passerelle.source;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamReader;

import fr.passerelle.source.ReadingPlan.Noeud;
import fr.passerelle.source.ReadingPlan.Table;

/** One walk through one document. */
final class DocumentWalk {

	/**
	 * Enough to notice a new version of a format; a hostile file must not fill the heap.
	 */
	private static final int MAX_INCONNUS = 50;

	/** The namespace of attributes that name a schema, and tell nothing. */
	private static final String SCHEMA = XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI;

	private final ReadingPlan plan;

	private final RowWriter ecrivain;

	private final String[] valeurs;

	private final List<List<String>> listes;

	private final long[] rangs;

	private final List<Noeud> ouverts = new ArrayList<>();

	private final Set<String> inconnus = new LinkedHashSet<>();

	private final StringBuilder texte = new StringBuilder();

	private Noeud courant;

	private int profondeurIgnoree;

	private ElementCopy copie;

	DocumentWalk(ReadingPlan plan, Lignes lignes) {
		this.plan = plan;
		this.valeurs = new String[plan.nombreDeCases()];
		this.rangs = new long[plan.nombreDeCompteurs()];
		this.listes = new ArrayList<>();
		for (int place = 0; place < this.valeurs.length; place++) {
			this.listes.add(plan.estListe(place) ? new ArrayList<>() : null);
		}
		this.ecrivain = new RowWriter(lignes, this.valeurs, this.listes, this.rangs);
	}

	Set<String> inconnus() {
		return this.inconnus;
	}

	void ouvrir(XMLStreamReader xml) {
		if (this.copie != null) {
			this.copie.ouvrir(xml);
			return;
		}
		if (this.profondeurIgnoree > 0) {
			this.profondeurIgnoree++;
			return;
		}
		Noeud noeud = (this.courant == null) ? this.plan.racine : this.courant.enfants.get(xml.getLocalName());
		if (noeud == null) {
			noter(xml.getLocalName());
			this.profondeurIgnoree = 1;
			return;
		}
		entrer(noeud, xml);
	}

	private void entrer(Noeud noeud, XMLStreamReader xml) {
		if (this.courant != null) {
			this.ouverts.add(this.courant);
		}
		this.courant = noeud;
		this.texte.setLength(0);
		for (int place : noeud.aVider) {
			this.valeurs[place] = null;
			if (this.listes.get(place) != null) {
				this.listes.get(place).clear();
			}
		}
		for (Table table : noeud.tables) {
			this.rangs[table.compteur()]++;
		}
		if (noeud.copie >= 0) {
			this.copie = new ElementCopy();
			this.copie.ouvrir(xml);
			return;
		}
		lireAttributs(noeud, xml);
	}

	private void lireAttributs(Noeud noeud, XMLStreamReader xml) {
		for (int i = 0; i < xml.getAttributeCount(); i++) {
			Integer place = noeud.attributs.get(xml.getAttributeLocalName(i));
			if (place != null) {
				poser(place, xml.getAttributeValue(i));
			}
			else if (!SCHEMA.equals(xml.getAttributeNamespace(i))) {
				noter("@" + xml.getAttributeLocalName(i));
			}
		}
	}

	void texte(XMLStreamReader xml) {
		if (this.copie != null) {
			this.copie.texte(xml.getText());
			return;
		}
		if (this.profondeurIgnoree == 0 && this.courant != null && this.courant.texte >= 0) {
			this.texte.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
		}
	}

	void fermer(XMLStreamReader xml) {
		if (this.copie != null) {
			if (!this.copie.fermer(xml)) {
				return;
			}
			finirLaCopie(xml.getLocalName());
		}
		if (this.profondeurIgnoree > 0) {
			this.profondeurIgnoree--;
			return;
		}
		Noeud noeud = this.courant;
		if (noeud.texte >= 0) {
			poser(noeud.texte, this.texte.toString());
			this.texte.setLength(0);
		}
		for (Table table : noeud.tables) {
			this.ecrivain.ecrire(table, xml.getLocation().getLineNumber());
		}
		this.courant = this.ouverts.isEmpty() ? null : this.ouverts.remove(this.ouverts.size() - 1);
	}

	private void finirLaCopie(String nom) {
		poser(this.courant.copie, this.copie.contenu());
		if (this.copie.tropLongue()) {
			noter(nom);
		}
		this.copie = null;
	}

	/**
	 * Padding is a habit of these files: every value is stripped, an empty one is none.
	 */
	private void poser(int place, String brut) {
		String valeur = brut.strip();
		List<String> liste = this.listes.get(place);
		if (liste != null) {
			liste.add(valeur);
		}
		else if (!valeur.isEmpty()) {
			this.valeurs[place] = valeur;
		}
	}

	private void noter(String nom) {
		if (!this.plan.toutIgnorer() && !this.plan.ignores.contains(nom) && this.inconnus.size() < MAX_INCONNUS) {
			this.inconnus.add(nom);
		}
	}

}
