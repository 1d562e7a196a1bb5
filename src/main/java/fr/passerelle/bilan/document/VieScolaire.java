package fr.passerelle.bilan.document;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;

/** Lateness, absences, and what is told to the family (2D). */
@XmlAccessorType(XmlAccessType.FIELD)
public class VieScolaire {

	@XmlAttribute(name = "nb-retards")
	public Integer nbRetards;

	@XmlAttribute(name = "nb-abs-justifiees")
	public Integer nbAbsJustifiees;

	@XmlAttribute(name = "nb-abs-injustifiees")
	public Integer nbAbsInjustifiees;

	@XmlAttribute(name = "nb-heures-manquees")
	public Integer nbHeuresManquees;

	public String commentaire;

}
