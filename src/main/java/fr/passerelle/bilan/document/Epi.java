package fr.passerelle.bilan.document;

import java.util.List;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;

/** Teaching across subjects (2D). */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "epi")
public class Epi {

	@XmlAttribute
	public String id;

	@XmlAttribute
	public String intitule;

	@XmlAttribute
	public String thematique;

	@XmlAttribute(name = "discipline-refs")
	public List<String> disciplineRefs;

	public String description;

}
