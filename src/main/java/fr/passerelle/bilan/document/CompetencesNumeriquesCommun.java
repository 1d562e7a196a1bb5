package fr.passerelle.bilan.document;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlValue;

/** What a division or a group did for digital skills (2D). */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "competences-numeriques-commun")
public class CompetencesNumeriquesCommun {

	@XmlAttribute
	public String id;

	@XmlAttribute(name = "code-structure")
	public String codeStructure;

	@XmlAttribute(name = "type-structure")
	public String typeStructure;

	@XmlValue
	public String texte;

}
